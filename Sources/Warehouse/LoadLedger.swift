import Engines

/// The table `esteira.loads`: one row for every load, written in the load's own transaction.
enum LoadLedger {
    static let schema = Identifier("esteira")
    static let table = Identifier("esteira", "loads")

    /// What makes the ledger where there is none.
    static let creation: [SQL] = [
        "CREATE SCHEMA IF NOT EXISTS \(schema)",
        """
        CREATE TABLE IF NOT EXISTS \(table) (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          target text NOT NULL,
          mode text NOT NULL,
          "interval" text NOT NULL,
          fingerprint text NOT NULL,
          run_id text NOT NULL,
          pipeline text NOT NULL,
          task text NOT NULL,
          "rows" bigint NOT NULL,
          rows_inserted bigint,
          rows_updated bigint,
          loaded_at timestamptz NOT NULL DEFAULT clock_timestamp()
        )
        """,
        "CREATE INDEX IF NOT EXISTS loads_target ON \(table) (target, id)",
    ]

    /// One loader of a table at a time; it ends with the transaction. `$1` is the target.
    static let lock: SQL = "SELECT pg_advisory_xact_lock(hashtextextended('esteira load ' || $1, 0))"

    /// The load that the rows of this interval come from: `$1` the target, `$2` the interval, `$3` whether
    /// loads of other intervals count too. A replacement took away what other loads had brought before.
    static let latest: SQL = """
        SELECT mode, "interval", fingerprint, "rows", rows_inserted, rows_updated FROM \(table)
        WHERE target = $1 AND ("interval" = $2 OR mode = 'replace' OR $3::boolean)
        ORDER BY id DESC LIMIT 1
        """

    /// The load of the mode `scd2` that held from a moment: `$1` the target, `$2` the moment. One that was followed by a
    /// load of an earlier moment was into a table that has been dropped since: a history only goes on.
    static let latestOfMoment: SQL = """
        SELECT mode, "interval", fingerprint, "rows", rows_inserted, rows_updated FROM \(table) AS load
        WHERE target = $1 AND "interval" = $2 AND mode = 'scd2' AND NOT EXISTS (
          SELECT FROM \(table) AS later WHERE later.target = $1 AND later.id > load.id
            AND CASE later.mode WHEN 'scd2' THEN later."interval"::timestamptz END < $2::timestamptz
        ) ORDER BY id DESC LIMIT 1
        """

    static let record: SQL = """
        INSERT INTO \(table) (target, mode, "interval", fingerprint, run_id, pipeline, task, "rows", rows_inserted, rows_updated)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::bigint, $9::bigint, $10::bigint)
        """
}

extension LoadRequest {
    /// The name under which the ledger knows the target.
    var ledgerTarget: String { target.qualified(defaultSchema: "public").name.quoted }

    /// What the ledger's `latest` row says the load did, where it was this one; null counts were not taken.
    func earlierOutcome(in latest: [String?]) -> LoadOutcome? {
        guard latest[0] == mode.name, latest[1] == interval, latest[2] == fingerprint,
            let rows = latest[3].flatMap({ Int($0) })
        else { return nil }
        return LoadOutcome(
            rowsLoaded: rows,
            rowsInserted: latest[4].flatMap { Int($0) },
            rowsUpdated: latest[5].flatMap { Int($0) },
            alreadyLoaded: true,
            statements: []
        )
    }

    func ledgerRow(_ outcome: LoadOutcome) -> [String?] {
        [
            ledgerTarget, mode.name, interval, fingerprint, runID, pipeline, task, String(outcome.rowsLoaded),
            outcome.rowsInserted.map(String.init), outcome.rowsUpdated.map(String.init),
        ]
    }
}
