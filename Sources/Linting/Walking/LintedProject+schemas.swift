import Configuration

/// A column of a schema file as it is written.
struct WrittenColumn {
    var name: Text
    var type: Text
    var description: String?
}

extension LintedProject {
    /// Columns of all schema files whose types are scalars.
    var schemaColumns: [WrittenColumn] {
        trees(in: "schemas").flatMap { $0.node.entries(of: "columns") }.compactMap { entry in
            guard let type = (entry.value.entries == nil ? entry.value : entry.value["type"])?.scalar else {
                return nil
            }
            return WrittenColumn(
                name: Text(entry.key, at: entry.keySpan),
                type: Text(type.text, places: type.places),
                description: entry.value["description"]?.scalar?.text
            )
        }
    }
}
