package import Kinds

/// How a schema differs from what `schemas.lock` has of it.
package enum SchemaDrift: Sendable {
    /// The lock does not have it.
    case new(TableSchema)
    /// Only the lock has it.
    case gone(TableSchema)
    /// It has another version, whatever else differs.
    case version(TableSchema, locked: TableSchema)
    /// It has the same version and another contract.
    case contract(TableSchema, locked: TableSchema, [ContractChange])

    /// What of it nobody has decided: what breaks readers in the same version, or in an older one.
    package var undecided: SchemaDrift? {
        switch self {
        case .new, .gone: nil
        case .version(let schema, let locked): schema.version < locked.version ? self : nil
        case .contract(let schema, let locked, let changes):
            changes.contains(where: \.breaksReaders)
                ? .contract(schema, locked: locked, changes.filter(\.breaksReaders)) : nil
        }
    }
}

extension SchemaLock {
    /// By name. Of a schema whose columns could not be read, as reported, nothing is said.
    package func drifts(of schemas: [String: TableSchema]) -> [SchemaDrift] {
        Set(schemas.keys).union(self.schemas.keys).sorted().compactMap { name in
            switch (schemas[name], self.schemas[name]) {
            case (let schema?, _) where schema.columns.isEmpty: nil
            case (let schema?, nil): .new(schema)
            case (nil, let locked?): .gone(locked)
            case (let schema?, let locked?): SchemaDrift(of: schema, since: locked)
            case (nil, nil): nil
            }
        }
    }
}

extension SchemaDrift {
    fileprivate init?(of schema: TableSchema, since locked: TableSchema) {
        guard schema.version == locked.version else {
            self = .version(schema, locked: locked)
            return
        }
        let changes = schema.changes(since: locked)
        guard !changes.isEmpty else { return nil }
        self = .contract(schema, locked: locked, changes)
    }
}
