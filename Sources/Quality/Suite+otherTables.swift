import Configuration

extension Suite {
    /// With the tables behind the names in its lookups, as far as they are known.
    package func reading(_ tables: [String: OtherTable]) -> Suite {
        guard !tables.isEmpty else { return self }
        let bound = expectations.map { expectation in
            guard var kind = expectation.kind as? References else { return expectation }
            kind.table = tables[kind.dataset.string]
            var bound = expectation
            bound.kind = kind
            return bound
        }
        return Suite(name: name, expectations: bound, file: file)
    }
}
