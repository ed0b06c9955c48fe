import Engines
import Expressions

/// The statements that load a query's rows into a table of an attached DuckDB file, in their order. Pure.
struct EmbeddedLoadPlan: Hashable, Sendable {
    var prepare: [SQL] = []
    /// Answers how many rows it wrote.
    var insert: SQL = ""
    /// Where rows are merged: from this table, once its keys are known to be good.
    var merge: SQL?
    /// Answers how many rows have no key.
    var nulls: SQL?
    /// Its one row, if any, is a key that comes more than once, and how often.
    var duplicates: SQL?
    var finish: [SQL] = []

    /// `existing` are the table's columns, nil when there is no table. `table` is qualified with the file's name.
    init(
        _ request: LoadRequest,
        table: Identifier,
        existing: RowType?,
        query: SQL
    ) throws(EngineError) {
        try checkMergeKey(request)
        var target = request.keyed
        try target.checkNames()
        target.name = table
        let added = try existing.map { columns throws(EngineError) in
            try target.columnsToAdd(to: TableShape(embedded: columns), request.schemaChanges)
        }
        if let existing, let added {
            target.columns.removeAll { existing[$0.name] == nil && !added.contains($0) }
            prepare += added.map {
                "ALTER TABLE \(table) ADD COLUMN \(Identifier($0.name)) \(sqlType($0.type))"
            }
        } else {
            prepare.append(target.createEmbeddedTable)
            finish = target.comments
        }
        let names = target.columns.map { Identifier($0.name) }
        switch request.mode {
        case .replace, .append:
            if request.mode == .replace, existing != nil { prepare.append("DELETE FROM \(table)") }
            insert = "INSERT INTO \(table) (\(names))\nSELECT \(names) FROM (\(query)) AS loaded"
            if !target.primaryKey.isEmpty { duplicates = duplicateQuery(target.primaryKey, in: table) }
        case .merge(let key):
            let stage = Identifier("temp", "esteira_stage")
            insert = "CREATE OR REPLACE TEMPORARY TABLE esteira_stage AS\nSELECT \(names) FROM (\(query)) AS loaded"
            duplicates = duplicateQuery(key, in: stage)
            let isNull = key.identifiers.map { "\($0) IS NULL" as SQL }.joined(separator: " OR ")
            nulls = "SELECT count(*)::VARCHAR FROM \(stage) WHERE \(isNull)"
            merge = embeddedMerge(table, stage, key, target.columns.map(\.name))
            finish.append("DROP TABLE \(stage)")
        }
    }

    var statements: [SQL] {
        ["BEGIN TRANSACTION"] + prepare + [insert] + [nulls, duplicates, merge].compactMap(\.self) + finish + ["COMMIT"]
    }
}

private func duplicateQuery(_ key: [String], in table: Identifier) -> SQL {
    let columns = key.identifiers.map { "\($0)::VARCHAR" as SQL }.joined(separator: ", ")
    return """
        SELECT \(columns), count(*)::VARCHAR FROM \(table)
        GROUP BY \(key.identifiers) HAVING count(*) > 1 LIMIT 1
        """
}

/// Rows that are as they were are not written again.
private func embeddedMerge(_ table: Identifier, _ stage: Identifier, _ key: [String], _ columns: [String]) -> SQL {
    let same = key.identifiers.map { "old.\($0) = new.\($0)" as SQL }.joined(separator: " AND ")
    let rest = columns.filter { !key.contains($0) }.identifiers
    let differs = rest.map { "old.\($0) IS DISTINCT FROM new.\($0)" as SQL }.joined(separator: " OR ")
    let assignments = rest.map { "\($0) = new.\($0)" as SQL }.joined(separator: ", ")
    let update: SQL = rest.isEmpty ? "" : "WHEN MATCHED AND (\(differs)) THEN UPDATE SET \(assignments)\n"
    let values = columns.identifiers.map { "new.\($0)" as SQL }.joined(separator: ", ")
    return """
        MERGE INTO \(table) AS old USING \(stage) AS new ON \(same)
        \(update)WHEN NOT MATCHED THEN INSERT (\(columns.identifiers)) VALUES (\(values))
        """
}

extension TableDefinition {
    /// Without a primary key: DuckDB's index would be kept in memory and slow every load, so the load itself looks
    /// for duplicates.
    fileprivate var createEmbeddedTable: SQL {
        let lines = columns.map { column -> SQL in
            let isRequired = !column.isNullable || primaryKey.contains(column.name)
            return "\(Identifier(column.name)) \(sqlType(column.type))\(isRequired ? " NOT NULL" : "")"
        }
        return "CREATE TABLE \(name) (\n  \(lines.joined(separator: ",\n  "))\n)"
    }
}

extension TableShape {
    /// Types by their counterparts in PostgreSQL: one set of rules says what fits where.
    fileprivate init(embedded columns: RowType) {
        self.init(
            columns: columns.columns.map {
                Column(name: $0.name, type: PostgresType($0.type), isNullable: true, isFilled: false, comment: nil)
            },
            keys: [],
            comment: nil,
            isPlain: true,
            isReferenced: false
        )
    }
}
