import GRDB

extension RunStore {
    /// Never edited once released; a change is a new migration.
    static var migrations: DatabaseMigrator {
        var migrations = DatabaseMigrator()
        migrations.registerMigration("1 runs") { try $0.execute(sql: runTables) }
        migrations.registerMigration("2 ledger") { try $0.execute(sql: ledgerTables) }
        return migrations
    }

    private static let runTables = """
        CREATE TABLE runs (
            id TEXT PRIMARY KEY, pipeline TEXT NOT NULL, target TEXT NOT NULL, scope TEXT NOT NULL,
            state TEXT NOT NULL, session INTEGER NOT NULL, started_at TEXT NOT NULL, finished_at TEXT,
            arguments TEXT NOT NULL
        ) STRICT;
        CREATE INDEX runs_by_start ON runs (started_at);
        CREATE TABLE tasks (
            run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, task TEXT NOT NULL, position INTEGER NOT NULL,
            stage TEXT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, fingerprint TEXT, attempts INTEGER NOT NULL,
            started_at TEXT, duration_ms INTEGER, report TEXT, failure TEXT, reason TEXT,
            PRIMARY KEY (run, task)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempts (
            run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, session INTEGER NOT NULL, task TEXT NOT NULL,
            attempt INTEGER NOT NULL, state TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT, failure TEXT,
            PRIMARY KEY (run, session, task, attempt)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE events (
            number INTEGER PRIMARY KEY, run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, session INTEGER NOT NULL,
            at TEXT NOT NULL, kind TEXT NOT NULL, task TEXT, detail TEXT
        ) STRICT;
        CREATE INDEX events_by_run ON events (run, number);
        CREATE TABLE leases (
            pipeline TEXT NOT NULL, target TEXT NOT NULL, run TEXT NOT NULL, pid INTEGER NOT NULL, host TEXT NOT NULL,
            boot TEXT NOT NULL, process_start TEXT NOT NULL, acquired_at TEXT NOT NULL, heartbeat_at TEXT NOT NULL,
            PRIMARY KEY (pipeline, target)
        ) STRICT, WITHOUT ROWID;
        """

    /// One row per scope and task: the output that is there now. It goes when the task starts again, and comes back
    /// when it succeeds, so that a process killed between two outputs leaves no row that speaks of the wrong one.
    private static let ledgerTables = """
        CREATE TABLE outputs (
            scope TEXT NOT NULL, task TEXT NOT NULL, fingerprint TEXT NOT NULL, note TEXT NOT NULL,
            run TEXT NOT NULL, report TEXT NOT NULL, finished_at TEXT NOT NULL,
            PRIMARY KEY (scope, task)
        ) STRICT, WITHOUT ROWID;
        """
}
