import Engines
import Expressions

/// The statements that load a query's rows into a table of an attached DuckDB file, in their order. Pure.
struct EmbeddedLoadPlan: Hashable, Sendable {
    var prepare: [SQL] = []
    /// Answers how many rows it wrote.
    var insert: SQL = ""
    /// Answers how many rows have no key.
    var nulls: SQL?
    /// Its one row, if any, is a key that comes more than once, and how often.
    var duplicates: SQL?
    /// From the staging table into the target, once its keys are known to be good.
    var settling: [SettlingStep] = []
    /// The same where rows are merged.
    var merge: SQL?
    var finish: [SQL] = []

    /// `existing` are the table's columns, nil when there is no table. `table` is qualified with the file's name.
    init(
        _ request: LoadRequest,
        table: Identifier,
        existing: RowType?,
        query: SQL,
        ledger: EmbeddedLedger
    ) throws(EngineError) {
        try request.checkNamedColumns()
        var target = request.keyed
        try target.checkNames()
        target.name = table
        try prepare(&target, request, existing)
        let columns = target.columns.map(\.name).filter { !request.isMade($0) }
        switch request.mode {
        case .replace, .append:
            if request.mode == .replace, existing != nil { prepare.append("DELETE FROM \(table)") }
            fill(target, query)
        case .partition where existing == nil: fill(target, query)
        case .partition(let names):
            stage(columns, query)
            let partitions = Partitions(
                table: table, stage: Self.stage, names: names, columns: columns, mayBeNull: true)
            try partitions.checkColumns()
            settling = partitions.steps
            guard !target.primaryKey.isEmpty else { return }
            settling.append(
                SettlingStep(duplicateQuery(target.primaryKey, in: table), .duplicate(key: target.primaryKey)))
        case .merge(let key):
            stage(columns, query)
            checkStage(key)
            merge = embeddedMerge(table, Self.stage, key, columns)
        case .scd2(let history):
            stage(columns, query)
            checkStage(history.key)
            let loads = Versions.LedgerEntries(table: ledger.table, target: request.embeddedTarget)
            settling = Versions(history: history, table: table, stage: Self.stage, columns: columns)
                .steps(since: existing == nil ? nil : loads)
        }
    }

    var statements: [SQL] {
        let checks = [nulls, duplicates].compactMap(\.self)
        let moves = settling.map(\.statement) + [merge].compactMap(\.self)
        return ["BEGIN TRANSACTION"] + prepare + [insert] + checks + moves + finish + ["COMMIT"]
    }

    static let stage = Identifier("temp", "esteira_stage")

    /// Makes the table, or gives it the columns that it lacks and leaves out those that it is not to get.
    private mutating func prepare(
        _ target: inout TableDefinition, _ request: LoadRequest, _ existing: RowType?
    ) throws(EngineError) {
        guard let existing else {
            prepare.append(target.createEmbeddedTable)
            finish = target.comments
            return
        }
        let shape = TableShape(embedded: existing)
        // What differs is told by the name that the sink has, not by that of the attached file.
        var declared = target
        declared.name = request.target.name
        if case .scd2(let history) = request.mode { try history.checkColumns(of: declared.name, shape) }
        let added = try declared.columnsToAdd(to: shape, request.schemaChanges)
        target.columns.removeAll { existing[$0.name] == nil && !added.contains($0) }
        prepare += added.map {
            "ALTER TABLE \(target.name) ADD COLUMN \(Identifier($0.name)) \(sqlType($0.type))"
        }
    }

    private mutating func fill(_ target: TableDefinition, _ query: SQL) {
        let names = target.columns.map { Identifier($0.name) }
        insert = "INSERT INTO \(target.name) (\(names))\nSELECT \(names) FROM (\(query)) AS loaded"
        if !target.primaryKey.isEmpty { duplicates = duplicateQuery(target.primaryKey, in: target.name) }
    }

    private mutating func stage(_ columns: [String], _ query: SQL) {
        insert = """
            CREATE OR REPLACE TEMPORARY TABLE esteira_stage AS
            SELECT \(columns.identifiers) FROM (\(query)) AS loaded
            """
        finish.append("DROP TABLE \(Self.stage)")
    }

    private mutating func checkStage(_ key: [String]) {
        let isNull = key.identifiers.map { "\($0) IS NULL" as SQL }.joined(separator: " OR ")
        nulls = "SELECT count(*)::VARCHAR FROM \(Self.stage) WHERE \(isNull)"
        duplicates = duplicateQuery(key, in: Self.stage)
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
    let rest = columns.filter { !key.contains($0) }.identifiers
    let differs = rest.map { "old.\($0) IS DISTINCT FROM new.\($0)" as SQL }.joined(separator: " OR ")
    let assignments = rest.map { "\($0) = new.\($0)" as SQL }.joined(separator: ", ")
    let update: SQL = rest.isEmpty ? "" : "WHEN MATCHED AND (\(differs)) THEN UPDATE SET \(assignments)\n"
    let values = columns.identifiers.map { "new.\($0)" as SQL }.joined(separator: ", ")
    return """
        MERGE INTO \(table) AS old USING \(stage) AS new ON \(key.sameInBoth)
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
