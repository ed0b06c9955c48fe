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
        guard let value = integer(name)?.value ?? spec[field: name]?.default.flatMap({ Int($0) }) else {
            preconditionFailure("'\(spec.name)' declares no default for '\(name)'")
        }
        return value
    }
}
