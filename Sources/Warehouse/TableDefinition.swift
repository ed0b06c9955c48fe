package import Engines
package import Expressions

/// A warehouse table as its schema declares it.
package struct TableDefinition: Hashable, Sendable {
    /// One part means the schema `public` (in a DuckDB file: `main`).
    package var name: Identifier
    /// In the order in which batches bring them.
    package var columns: [TableColumn]
    package var primaryKey: [String]
    /// Columns of further, not unique, indexes.
    package var indexes: [[String]]
    package var comment: String?

    package init(
        name: Identifier,
        columns: [TableColumn],
        primaryKey: [String] = [],
        indexes: [[String]] = [],
        comment: String? = nil
    ) {
        self.name = name
        self.columns = columns
        self.primaryKey = primaryKey
        self.indexes = indexes
        self.comment = comment
    }
}

/// A column of a warehouse table.
package struct TableColumn: Hashable, Sendable {
    package var name: String
    package var type: DataType
    /// A column of the primary key is never null, whatever this says.
    package var isNullable: Bool
    package var comment: String?

    package init(_ name: String, _ type: DataType, isNullable: Bool = true, comment: String? = nil) {
        self.name = name
        self.type = type
        self.isNullable = isNullable
        self.comment = comment
    }
}

extension TableDefinition {
    /// Refuses what the server would cut, confuse or never accept: names too long for it, empty, twice the same.
    func checkNames() throws(EngineError) {
        for part in name.parts + columns.map(\.name) { try checkName(part) }
        guard (1...2).contains(name.parts.count) else {
            throw EngineError(
                .bind,
                "the table name \(name.quoted) has \(name.parts.count) parts",
                hint: "write schema.table"
            )
        }
        guard !columns.isEmpty else { throw EngineError(.bind, "the table \(name.quoted) has no columns") }
        var seen: Set<String> = []
        for column in columns where !seen.insert(column.name).inserted {
            throw EngineError(.bind, "the column '\(column.name)' of \(name.quoted) is there twice")
        }
        for key in primaryKey + indexes.joined() where !seen.contains(key) {
            throw EngineError(.bind, "the key column '\(key)' of \(name.quoted) is not one of its columns")
        }
    }

    /// With the schema that a name of one part means.
    func qualified(defaultSchema: String) -> TableDefinition {
        guard name.parts.count == 1 else { return self }
        var definition = self
        definition.name = Identifier(parts: [defaultSchema] + name.parts)
        return definition
    }
}

/// PostgreSQL cuts longer names in silence, so that two could become one.
private let longestName = 63

private func checkName(_ name: String) throws(EngineError) {
    guard name.utf8.count <= longestName else {
        throw EngineError(
            .bind,
            "the name '\(name)' has \(name.utf8.count) bytes; PostgreSQL keeps \(longestName)",
            code: "42622",
            hint: "choose a shorter name"
        )
    }
    guard !name.isEmpty, !name.utf8.contains(0) else {
        throw EngineError(.bind, "a name of a table or column is empty or holds U+0000", code: "42602")
    }
}
