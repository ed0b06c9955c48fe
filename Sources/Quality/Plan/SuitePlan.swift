package import Engines

/// A suite bound to the columns of one table: which statements measure it, and where in their answers each
/// expectation finds its numbers. Pure; nothing is read until `evaluate`.
package struct SuitePlan: Sendable {
    package let suite: Suite
    package let checks: [PlannedCheck]
    /// The columns of the one shared scan, each once.
    package let measures: [SQL]
    /// Grouped once each, whatever the number of expectations about them.
    package let keys: [PlannedKey]

    /// What will be sent, in order: at most one scan, then one grouping for each key. Samples of failing rows are
    /// fetched by one more statement, which depends on what failed.
    package func statements(from relation: SQL) -> [SQL] {
        [scan(from: relation)].compactMap(\.self) + keys.map { $0.statement(from: relation) }
    }

    /// Nil where everything is known from the columns.
    package func scan(from relation: SQL) -> SQL? {
        guard !measures.isEmpty else { return nil }
        let columns = measures.enumerated().map { "\($1) AS m\($0)" as SQL }
        return "SELECT\n    \(columns.joined(separator: ",\n    "))\nFROM \(relation)"
    }
}

/// An expectation and where its numbers will stand. Integers index `measures`, except where said.
package struct PlannedCheck: Sendable {
    package let expectation: Expectation
    package let step: Step

    package enum Step: Sendable {
        /// It does not fit the table: why, in one phrase.
        case impossible(String)
        case columns(Check.Finding)
        /// `considered` is nil where every row is judged.
        case rows(RowCheck, condition: SQL?, total: Int, considered: Int?, unexpected: Int)
        /// `key` indexes `keys`.
        case key(KeyCheck, total: Int, considered: Int?, key: Int)
        /// `isInside` is nil where any value will do.
        case aggregate(call: SQL, value: Int, isInside: Int?)
    }
}

/// A key to be grouped, among the rows for which `condition` is true.
package struct PlannedKey: Hashable, Sendable {
    package let columns: [Identifier]
    package let condition: SQL?

    /// One row: the different keys, and the rows whose key is shared with another row.
    package func statement(from relation: SQL) -> SQL {
        """
        SELECT
            count(*) AS keys,
            CAST(coalesce(sum(k) FILTER (WHERE k > 1), 0) AS BIGINT) AS repeated
        FROM (SELECT count(*) AS k FROM \(relation)\(filter(by: condition)) GROUP BY \(columns))
        """
    }
}
