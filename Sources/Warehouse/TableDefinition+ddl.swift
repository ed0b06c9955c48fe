package import Engines

/// The statements that make PostgreSQL's table what the definition says. Pure; nothing runs here.
extension TableDefinition {
    /// The table alone: keys, indexes and comments come after the data.
    package var createTable: SQL {
        "CREATE TABLE \(name) (\n  \(columns.map(columnDefinition).joined(separator: ",\n  "))\n)"
    }

    /// The key and the indexes, for after the data.
    package var keysAndIndexes: [SQL] {
        let key: [SQL] = primaryKey.isEmpty ? [] : ["ALTER TABLE \(name) ADD PRIMARY KEY (\(primaryKey.identifiers))"]
        return key + indexes.map { "CREATE INDEX ON \(name) (\($0.identifiers))" }
    }

    /// Comments of the table and of those columns that have one.
    package var comments: [SQL] {
        let table: SQL? = comment.map { "COMMENT ON TABLE \(name) IS \(literal: $0)" }
        return ([table] + columns.map(columnComment)).compactMap(\.self)
    }

    /// New columns for a table that has rows already: those rows have no value for them, so they must allow null
    /// unless the table is `emptied` first.
    package func addColumns(_ added: [TableColumn], emptied: Bool) -> [SQL] {
        added.map { column in
            var column = column
            column.isNullable = column.isNullable || !emptied
            return "ALTER TABLE \(name) ADD COLUMN \(columnDefinition(column))"
        }
    }

    func columnComment(_ column: TableColumn) -> SQL? {
        column.comment.map { "COMMENT ON COLUMN \(name).\(Identifier(column.name)) IS \(literal: $0)" }
    }

    private func columnDefinition(_ column: TableColumn) -> SQL {
        let isRequired = !column.isNullable || primaryKey.contains(column.name)
        return "\(Identifier(column.name)) \(postgresType(column.type))\(isRequired ? " NOT NULL" : "")"
    }
}

extension [String] {
    /// As column names, one by one.
    var identifiers: [Identifier] { map { Identifier($0) } }
}
