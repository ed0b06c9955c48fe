import Engines
import Expressions

extension LoadRequest {
    /// The target with its schema and the columns that the mode adds, those that rows are found by not null.
    var keyed: TableDefinition {
        var definition = target.qualified(defaultSchema: "public")
        for index in definition.columns.indices where mode.key.contains(definition.columns[index].name) {
            definition.columns[index].isNullable = false
        }
        // Rows of a partition are looked for in each load; a primary key that begins with its columns finds them too.
        if case .partition(let names) = mode, !definition.primaryKey.starts(with: names) {
            definition.indexes.append(names)
        }
        guard case .scd2(let history) = mode else { return definition }
        definition.columns += [
            TableColumn(history.validFrom, .timestamptz, isNullable: false), TableColumn(history.validTo, .timestamptz),
        ]
        definition.primaryKey = history.versionKey
        return definition
    }

    /// Whether a column is filled by the load and not from the rows.
    func isMade(_ column: String) -> Bool {
        if case .scd2(let history) = mode { history.ownColumns.contains(column) } else { false }
    }

    /// Refuses a mode that lacks what it finds rows by.
    func checkNamedColumns() throws(EngineError) {
        switch mode {
        case .append, .replace: return
        case .merge(let key): try checkNamed(key, "key", of: "merge into \(target.name.quoted)")
        case .partition(let names): try checkNamed(names, "partition", of: "partitioned load of \(target.name.quoted)")
        case .scd2(let history): try checkNamed(history.key, "key", of: "history of \(target.name.quoted)")
        }
    }

    private func checkNamed(_ names: [String], _ role: String, of load: String) throws(EngineError) {
        guard !names.isEmpty else {
            throw EngineError(.bind, "\(load) has no \(role)", hint: "name the \(role)'s columns")
        }
        for name in names where !target.columns.contains(where: { $0.name == name }) {
            throw EngineError(.bind, "the \(role) column '\(name)' of \(target.name.quoted) is not one of its columns")
        }
    }
}
