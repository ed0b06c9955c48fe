import Engines
import Expressions

/// The ledger inside a DuckDB file: the same table `esteira.loads`, without index, key and sequence, which would
/// tie the file to the name it is attached under.
struct EmbeddedLedger {
    /// The name under which the file is attached.
    let database: Identifier

    var table: Identifier { Identifier(parts: database.parts + LoadLedger.table.parts) }

    var creation: [SQL] {
        [
            "CREATE SCHEMA IF NOT EXISTS \(Identifier(parts: database.parts + LoadLedger.schema.parts))",
            """
            CREATE TABLE IF NOT EXISTS \(table) (
              id BIGINT NOT NULL,
              target VARCHAR NOT NULL,
              mode VARCHAR NOT NULL,
              "interval" VARCHAR NOT NULL,
              fingerprint VARCHAR NOT NULL,
              run_id VARCHAR NOT NULL,
              pipeline VARCHAR NOT NULL,
              task VARCHAR NOT NULL,
              "rows" BIGINT NOT NULL,
              rows_inserted BIGINT,
              rows_updated BIGINT,
              loaded_at TIMESTAMPTZ NOT NULL DEFAULT now()
            )
            """,
        ]
    }

    /// As `LoadLedger.latest` and `latestOfMoment`.
    func latest(_ request: LoadRequest) -> SQL {
        """
        SELECT mode, "interval", fingerprint, "rows"::VARCHAR, rows_inserted::VARCHAR, rows_updated::VARCHAR
        FROM \(table) AS load WHERE target = \(literal: request.embeddedTarget) \(scope(of: request))
        ORDER BY id DESC LIMIT 1
        """
    }

    private func scope(of request: LoadRequest) -> SQL {
        switch request.mode {
        case .replace, .partition: ""
        case .append, .merge: "AND (\"interval\" = \(literal: request.interval) OR mode = 'replace')"
        case .scd2(let history):
            """
            AND "interval" = \(literal: request.interval) AND mode = 'scd2' AND NOT EXISTS (
              SELECT 1 FROM \(table) AS later WHERE later.target = load.target AND later.id > load.id
                AND CASE later.mode WHEN 'scd2' THEN later."interval"::TIMESTAMPTZ END < \(history.momentSQL)
            )
            """
        }
    }

    func record(_ request: LoadRequest, _ outcome: LoadOutcome) -> SQL {
        let texts = [
            request.embeddedTarget, request.mode.name, request.interval, request.fingerprint, request.runID,
            request.pipeline, request.task,
        ]
        let counts = [outcome.rowsLoaded, outcome.rowsInserted, outcome.rowsUpdated]
        let values =
            texts.map { "\(literal: $0)" as SQL } + counts.map { count in count.map { "\($0)" as SQL } ?? "NULL" }
        return """
            INSERT INTO \(table) (id, target, mode, "interval", fingerprint, run_id, pipeline, task, "rows", rows_inserted,
              rows_updated)
            SELECT coalesce(max(id), 0) + 1, \(values.joined(separator: ", ")) FROM \(table)
            """
    }
}

extension LoadRequest {
    /// The name under which a DuckDB file's ledger knows the target.
    var embeddedTarget: String { target.qualified(defaultSchema: "main").name.quoted }
}
