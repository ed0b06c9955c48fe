extension Record {
    /// What is written, or else the default of the spec.
    package func flag(_ name: String) -> Bool {
        guard let written = boolean(name) else { return spec[field: name]?.default == "true" }
        return written.value
    }

    /// The word that is written, or else the default of the spec; nil where that has none.
    package func choice<Choice: RawRepresentable<String>>(_ name: String, of _: Choice.Type = Choice.self) -> Choice? {
        (text(name)?.string ?? spec[field: name]?.default).flatMap(Choice.init)
    }

    /// What is written, or else the default of the spec; for fields that have one.
    package func integer(orDefault name: String) -> Int {
        valueOrDefault(integer(name)?.value, of: name) { Int($0) }
    }

    /// Bytes; see `integer(orDefault:)`.
    package func size(orDefault name: String) -> Int { valueOrDefault(size(name)?.value, of: name, byteCount) }

    /// A number from 0 to 1; see `integer(orDefault:)`.
    package func share(orDefault name: String) -> Double { valueOrDefault(share(name)?.value, of: name, percentage) }

    private func valueOrDefault<Value>(_ value: Value?, of name: String, _ parsed: (String) -> Value?) -> Value {
        guard let value = value ?? spec[field: name]?.default.flatMap(parsed) else {
            preconditionFailure("'\(spec.name)' declares no default for '\(name)'")
        }
        return value
    }
}
