import Engines

/// The statements by which staged rows become versions in a table that keeps their history: the same for PostgreSQL and
/// DuckDB.
///
/// A load at one moment may be repeated with other rows: the version that began at this very moment changes in place, and
/// so what holds from a moment on is what its last load said. A version that began and ended at one moment was taken back
/// and holds at no time; the same row may bring it again.
struct Versions: Hashable, Sendable {
    var history: History
    var table: Identifier
    var stage: Identifier
    /// Of the dataset, as far as the table takes them.
    var columns: [String]
    /// Those of a type without equality; their texts have one.
    var texts: Set<String> = []

    /// - Parameter ledger: tells of moments that changed no row; nil for a new table, which has no past.
    func steps(since ledger: LedgerEntries?) -> [SettlingStep] {
        let inserted = [SettlingStep(insert, .changed(.inserted)), SettlingStep(standing, .number(.stored))]
        guard let ledger else { return inserted }
        return [SettlingStep(laterMoment(ledger), .laterMoment), SettlingStep(change, .changed(.updated))]
            + (tracked.isEmpty ? [] : [SettlingStep(end, .changed(.closed))])
            + (history.absentRows == .close ? [SettlingStep(endOfAbsent, .changed(.closed))] : []) + inserted
    }

    /// The loads of one table in the ledger.
    struct LedgerEntries {
        var table: Identifier
        var target: String
    }

    private var moment: SQL { history.momentSQL }
    private var from: Identifier { Identifier(history.validFrom) }
    private var to: Identifier { Identifier(history.validTo) }
    private var rest: [String] { columns.filter { !history.key.contains($0) } }
    private var tracked: [String] { rest.filter(history.tracked.contains) }

    /// Of the ledger the latest load alone: those before it may be of a table that was dropped since.
    private func laterMoment(_ ledger: LedgerEntries) -> SQL {
        """
        SELECT max(moment)::text FROM (
          SELECT greatest(max(\(from)), max(\(to))) AS moment FROM \(table)
          UNION ALL
          (SELECT CASE mode WHEN 'scd2' THEN "interval"::timestamptz END FROM \(ledger.table)
          WHERE target = \(literal: ledger.target) AND mode = 'scd2' ORDER BY id DESC LIMIT 1)
        ) AS known WHERE moment > \(moment)
        """
    }

    /// In place: what is not tracked, and all of a version that began at this moment.
    private var change: SQL {
        let untracked = rest.filter { !tracked.contains($0) }
        let assignments = rest.identifiers.map { "\($0) = new.\($0), " as SQL }.joined(separator: "")
        let ofCurrent: SQL = """

              OR old.\(to) IS NULL AND NOT (\(differ(tracked))) AND (\(differ(untracked)))
            """
        return """
            UPDATE \(table) AS old
            SET \(assignments)\(to) = NULL
            FROM \(stage) AS new
            WHERE \(history.key.sameInBoth)
              AND (old.\(from) = \(moment) AND (old.\(to) IS NOT NULL OR \(differ(rest)))\
            \(untracked.isEmpty ? "" : ofCurrent))
            """
    }

    private var end: SQL {
        """
        UPDATE \(table) AS old
        SET \(to) = \(moment)
        FROM \(stage) AS new
        WHERE \(history.key.sameInBoth) AND old.\(to) IS NULL AND (\(differ(tracked)))
        """
    }

    private var endOfAbsent: SQL {
        """
        UPDATE \(table) AS old
        SET \(to) = \(moment)
        WHERE old.\(to) IS NULL AND NOT EXISTS (SELECT 1 FROM \(stage) AS new WHERE \(history.key.sameInBoth))
        """
    }

    private var insert: SQL {
        let values = columns.identifiers.map { "new.\($0)" as SQL }.joined(separator: ", ")
        return """
            INSERT INTO \(table) (\(columns.identifiers), \(from))
            SELECT \(values), \(moment) FROM \(stage) AS new
            WHERE NOT EXISTS (SELECT 1 FROM \(table) AS old WHERE \(history.key.sameInBoth) AND old.\(to) IS NULL)
            """
    }

    /// Rows of the dataset that have a current version now: each of them, and once.
    private var standing: SQL {
        """
        SELECT count(*)::text FROM \(stage) AS new
        JOIN \(table) AS old ON \(history.key.sameInBoth) WHERE old.\(to) IS NULL
        """
    }

    private func differ(_ names: [String]) -> SQL {
        guard !names.isEmpty else { return "FALSE" }
        return names.map { name in
            let cast: SQL = texts.contains(name) ? "::text" : ""
            return "old.\(Identifier(name))\(cast) IS DISTINCT FROM new.\(Identifier(name))\(cast)"
        }.joined(separator: " OR ")
    }
}

extension [String] {
    /// Holds where the columns, none of them null, are equal in the table, `old`, and in the stage, `new`.
    var sameInBoth: SQL { identifiers.map { "old.\($0) = new.\($0)" as SQL }.joined(separator: " AND ") }
}

extension LoadPlan {
    mutating func keep(_ history: History, of target: TableDefinition, _ request: LoadRequest, isNew: Bool) {
        stage(for: target, required: history.key)
        let versions = Versions(
            history: history,
            table: target.name,
            stage: Self.stage,
            columns: columns.map(\.name),
            texts: Set(columns.filter { $0.type == .json }.map(\.name))
        )
        let ledger = Versions.LedgerEntries(table: LoadLedger.table, target: request.ledgerTarget)
        settling = [duplicates(history.key)] + versions.steps(since: isNew ? nil : ledger)
        // One current version of each key, and a way to find it.
        let current: SQL = "(\(history.key.identifiers)) WHERE \(Identifier(history.validTo)) IS NULL"
        if isNew { finish.append("CREATE UNIQUE INDEX ON \(target.name) \(current)") }
    }
}
