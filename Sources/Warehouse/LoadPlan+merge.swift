import Engines

extension LoadPlan {
    mutating func merge(_ target: TableDefinition, _ existing: TableShape, _ key: [String]) {
        requireUniqueIndex(on: key, of: target, existing)
        stage(for: target, required: key)
        settling = [
            duplicates(key),
            SettlingStep(mergeStatement(target.name, Self.stage, key, columns, countsRows: existing.isPlain), .merged),
        ]
    }

    func duplicates(_ key: [String]) -> SettlingStep {
        SettlingStep(
            """
            SELECT \(key.identifiers), count(*) FROM \(Self.stage) GROUP BY \(key.identifiers) HAVING count(*) > 1 LIMIT 1
            """,
            .duplicate(key: key)
        )
    }
}

/// Rows that are as they were are not written again: no dead rows, no triggers. `xmax` is 0 in a row that is new.
private func mergeStatement(
    _ target: Identifier,
    _ stage: Identifier,
    _ key: [String],
    _ columns: [CopyColumn],
    countsRows: Bool
) -> SQL {
    let rest = columns.filter { !key.contains($0.name) }
    let names = columns.identifiers
    var action: SQL = "DO NOTHING"
    if !rest.isEmpty {
        let assignments = rest.map { "\(Identifier($0.name)) = excluded.\(Identifier($0.name))" as SQL }
        let old = rest.map { comparable($0, of: "old") }.joined(separator: ", ")
        let new = rest.map { comparable($0, of: "excluded") }.joined(separator: ", ")
        action = """
            DO UPDATE SET \(assignments.joined(separator: ", "))
              WHERE ROW(\(old)) IS DISTINCT FROM ROW(\(new))
            """
    }
    let insert: SQL = """
        INSERT INTO \(target) AS old (\(names))
        SELECT \(names) FROM \(stage)
        ON CONFLICT (\(key.identifiers)) \(action)
        """
    // A partitioned table does not tell its rows' xmax.
    guard countsRows else { return insert }
    return """
        WITH merged AS (
        \(insert)
        RETURNING old.xmax = 0 AS is_new
        )
        SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM merged
        """
}

/// `json` has no equality; its text has.
private func comparable(_ column: CopyColumn, of table: SQL) -> SQL {
    "\(table).\(Identifier(column.name))\(column.type == .json ? "::text" : "")"
}
