import Engines

/// The statements by which staged rows take the place of those of their partitions: the same for PostgreSQL and DuckDB.
///
/// A partition is what the columns' values name, null as a value of its own.
struct Partitions: Hashable, Sendable {
    var table: Identifier
    var stage: Identifier
    var names: [String]
    /// Of the dataset, as far as the table takes them.
    var columns: [String]
    /// Whether null can be among the values.
    var mayBeNull: Bool

    var steps: [SettlingStep] {
        [
            SettlingStep(
                "SELECT count(*)::text FROM (SELECT DISTINCT \(names.identifiers) FROM \(stage)) AS new",
                .number(.partitions)
            )
        ] + deletions.map { SettlingStep($0, .changed(.deleted)) } + [
            SettlingStep(
                "INSERT INTO \(table) (\(columns.identifiers))\nSELECT \(columns.identifiers) FROM \(stage)",
                .changed(.stored)
            )
        ]
    }

    /// Throws where the table has no place for what tells partitions apart.
    func checkColumns() throws(EngineError) {
        guard let missing = names.first(where: { !columns.contains($0) }) else { return }
        throw EngineError(
            .bind,
            "the partition column '\(missing)' is missing in \(table.quoted)",
            code: "42804",
            hint: "add it to the table, or set schema_changes to add_columns"
        )
    }

    /// Partitions with a null are few, and deleted apart: PostgreSQL joins by `=` alone without comparing each row with
    /// each partition.
    private var deletions: [SQL] {
        guard mayBeNull else { return [deletion(of: "", by: "=")] }
        let areNull = names.identifiers.map { "\($0) IS NULL" as SQL }.joined(separator: " OR ")
        return [deletion(of: "", by: "="), deletion(of: " WHERE \(areNull)", by: "IS NOT DISTINCT FROM")]
    }

    private func deletion(of condition: SQL, by comparison: SQL) -> SQL {
        let same = names.identifiers.map { "old.\($0) \(comparison) new.\($0)" as SQL }.joined(separator: " AND ")
        return """
            DELETE FROM \(table) AS old
            USING (SELECT DISTINCT \(names.identifiers) FROM \(stage)\(condition)) AS new
            WHERE \(same)
            """
    }
}

extension LoadPlan {
    mutating func replacePartitions(of target: TableDefinition, by names: [String]) throws(EngineError) {
        let required = names.filter { name in !target.columns.contains { $0.name == name && $0.isNullable } }
        stage(for: target, required: required)
        let partitions = Partitions(
            table: target.name,
            stage: Self.stage,
            names: names,
            columns: columns.map(\.name),
            mayBeNull: required.count < names.count
        )
        try partitions.checkColumns()
        settling = partitions.steps
    }
}
