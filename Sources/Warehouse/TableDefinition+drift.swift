import Engines

/// Where the declared table and the real one differ.
extension TableDefinition {
    /// The declared columns that the table lacks and is to get. Throws when they differ in a way that a load must not
    /// decide: a type, a required column that nothing fills, another primary key.
    func columnsToAdd(to existing: TableShape, _ changes: SchemaChanges) throws(EngineError) -> [TableColumn] {
        for column in columns {
            guard let found = existing[column: column.name] else { continue }
            try checkType(of: column, against: found.type)
        }
        for column in existing.columns where !column.isNullable && !column.isFilled {
            guard !columns.contains(where: { $0.name == column.name }) else { continue }
            throw drift(
                "column '\(column.name)' of \(name.quoted) must have a value, but the schema does not have it",
                "add it to the schema, or give it a default or allow null in the table"
            )
        }
        if let key = existing.primaryKey, !primaryKey.isEmpty, Set(key) != Set(primaryKey) {
            throw drift(
                "\(name.quoted) has the primary key (\(key.joined(separator: ", "))), the schema says "
                    + "(\(primaryKey.joined(separator: ", ")))",
                "make them equal"
            )
        }
        let missing = columns.filter { existing[column: $0.name] == nil }
        switch changes {
        case .addColumns: return missing
        case .ignore: return []
        case .fail:
            guard let first = missing.first else { return [] }
            throw drift(
                "column '\(first.name)' of the schema is missing in \(name.quoted)",
                "add it to the table, or set schema_changes to add_columns or ignore"
            )
        }
    }

    private func checkType(of column: TableColumn, against found: PostgresType) throws(EngineError) {
        guard !found.holds(PostgresType(column.type)) else { return }
        throw drift(
            "column '\(column.name)' of \(name.quoted) is \(found.sql), the schema says \(column.type) "
                + "(\(postgresType(column.type)))",
            "change the schema, or the table: ALTER TABLE \(name.quoted) ALTER COLUMN \(Identifier(column.name).quoted) "
                + "TYPE \(postgresType(column.type))"
        )
    }

    private func drift(_ message: String, _ hint: String) -> EngineError {
        EngineError(.bind, message, code: "42804", hint: hint)
    }

    /// Those of the batch's columns that the table takes, with the table's own types.
    func copyColumns(existing: TableShape, added: [TableColumn]) -> [CopyColumn] {
        columns.enumerated().compactMap { place, column in
            if let found = existing[column: column.name] {
                return CopyColumn(column.name, found.type, source: place)
            }
            return added.contains(column) ? CopyColumn(column.name, PostgresType(column.type), source: place) : nil
        }
    }

    func missingKeysAndIndexes(in existing: TableShape) -> [SQL] {
        var missing = self
        if existing.primaryKey != nil { missing.primaryKey = [] }
        missing.indexes.removeAll { columns in existing.keys.contains { $0.columns == columns } }
        return missing.keysAndIndexes
    }

    func changedComments(since existing: TableShape) -> [SQL] {
        var changed = self
        if comment == existing.comment { changed.comment = nil }
        changed.columns = columns.filter { column in
            guard let known = existing[column: column.name] else { return false }
            return known.comment != column.comment
        }
        return changed.comments
    }
}
