import GRDB

extension RunStore {
    /// Never edited once released; a change is a new migration.
    static var migrations: DatabaseMigrator {
        var migrations = DatabaseMigrator()
        migrations.registerMigration("1 runs") { try $0.execute(sql: runTables) }
        migrations.registerMigration("2 ledger") { try $0.execute(sql: ledgerTables) }
        migrations.registerMigration("3 intervals") { try $0.execute(sql: intervalTables) }
        migrations.registerMigration("4 decisions") {
            try $0.execute(sql: "ALTER TABLE tasks ADD COLUMN decision TEXT")
        }
        migrations.registerMigration("5 usage") { database in
            for column in ["peak_memory", "peak_spill"] {
                try database.execute(sql: "ALTER TABLE runs ADD COLUMN \(column) INTEGER")
            }
        }
        migrations.registerMigration("6 pools") { try $0.execute(sql: poolTables) }
        migrations.registerMigration("7 parameters") {
            try $0.execute(sql: "ALTER TABLE runs ADD COLUMN parameters TEXT")
        }
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

    /// What tasks at work hold of pools that all runs share. Rows of a run whose process is gone mean nothing.
    private static let poolTables = """
        CREATE TABLE pool_uses (
            pool TEXT NOT NULL, run TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, task TEXT NOT NULL,
            amount INTEGER NOT NULL,
            PRIMARY KEY (pool, run, task)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pool_uses_by_run ON pool_uses (run, task);
        """

    /// A process may have several runs of a pipeline and target, each in a lane of its own: the scope of what it writes.
    /// A row of `intervals` is one that is due, or a stretch of those left out for one reason.
    private static let intervalTables = """
        ALTER TABLE runs ADD COLUMN interval_start TEXT;
        ALTER TABLE runs ADD COLUMN interval_end TEXT;
        ALTER TABLE runs ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX runs_by_interval ON runs (pipeline, target, interval_start);
        CREATE TABLE lanes (
            pipeline TEXT NOT NULL, target TEXT NOT NULL, lane TEXT NOT NULL, run TEXT NOT NULL, pid INTEGER NOT NULL,
            host TEXT NOT NULL, boot TEXT NOT NULL, process_start TEXT NOT NULL, acquired_at TEXT NOT NULL,
            heartbeat_at TEXT NOT NULL,
            PRIMARY KEY (pipeline, target, lane)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO lanes
            SELECT leases.pipeline, leases.target, runs.scope, leases.run, pid, host, boot, process_start, acquired_at,
                heartbeat_at
            FROM leases JOIN runs ON runs.id = leases.run;
        DROP TABLE leases;
        ALTER TABLE lanes RENAME TO leases;
        CREATE TABLE schedulers (
            target TEXT PRIMARY KEY, pid INTEGER NOT NULL, host TEXT NOT NULL, boot TEXT NOT NULL,
            process_start TEXT NOT NULL, acquired_at TEXT NOT NULL, heartbeat_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE schedules (
            pipeline TEXT NOT NULL, target TEXT NOT NULL, looked_until TEXT NOT NULL,
            PRIMARY KEY (pipeline, target)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE intervals (
            pipeline TEXT NOT NULL, target TEXT NOT NULL, due_at TEXT NOT NULL, through TEXT NOT NULL,
            count INTEGER NOT NULL, interval_start TEXT, interval_end TEXT, state TEXT NOT NULL, run TEXT, reason TEXT,
            decided_at TEXT NOT NULL,
            PRIMARY KEY (pipeline, target, due_at)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX intervals_by_state ON intervals (target, state);
        """
}
