import Engines
import Expressions

/// What a load that keeps the history of rows knows besides the rows: each version of a row stays in the table, with the
/// time in which it held.
package struct History: Hashable, Sendable {
    package enum AbsentRows: Hashable, Sendable {
        /// The current version of a key that does not come ends.
        case close
        case keep
    }

    package var key: [String]
    /// A row that differs in one of these is a new version; in others it changes in place.
    package var tracked: [String]
    package var absentRows: AbsentRows
    /// Microseconds since 1970-01-01 UTC, from which the rows hold; nil in a plan, where only a run will have it.
    package var moment: Int64?
    /// Names of the columns that say from when to when a version holds; the latter is null in the current one.
    package var validFrom: String
    package var validTo: String

    package init(
        key: [String],
        tracked: [String],
        absentRows: AbsentRows,
        moment: Int64?,
        validFrom: String,
        validTo: String
    ) {
        self.key = key
        self.tracked = tracked
        self.absentRows = absentRows
        self.moment = moment
        self.validFrom = validFrom
        self.validTo = validTo
    }
}

extension History {
    var ownColumns: [String] { [validFrom, validTo] }

    /// What tells all versions apart.
    var versionKey: [String] { key + [validFrom] }

    /// The load's moment, as the ledger has it for its interval.
    package var momentText: String { moment.map { Value.timestamptz($0).text } ?? "run.started_at" }

    var momentSQL: SQL { moment == nil ? "/* run.started_at */ now()" : "TIMESTAMPTZ \(literal: momentText)" }

    /// Throws where a table that is there has no room for versions.
    func checkColumns(of table: Identifier, _ existing: TableShape) throws(EngineError) {
        guard let missing = ownColumns.first(where: { existing[column: $0] == nil }) else { return }
        throw EngineError(
            .bind,
            "\(table.quoted) keeps no history: it has no column '\(missing)'",
            code: "42804",
            hint: "load into another table, or drop this one, so that the load makes it anew"
        )
    }
}
