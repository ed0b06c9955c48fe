import Engines
import Expressions
import Testing

@testable import Warehouse

/// What `plan` prints and a load runs, word for word.
struct LoadPlanTests {
    @Test func `a new table is made, filled frozen, then keyed`() throws {
        #expect(
            try statements(.replace, existing: nil) == [
                "BEGIN",
                """
                CREATE TABLE "public"."orders" (
                  "id" integer NOT NULL,
                  "total" numeric(12,2)
                )
                """,
                #"COPY "public"."orders" ("id", "total") FROM STDIN (FORMAT binary, FREEZE)"#,
                #"ALTER TABLE "public"."orders" ADD PRIMARY KEY ("id")"#,
                LoadLedger.record.text, "COMMIT",
            ]
        )
    }

    @Test func `replace empties the table and makes its keys again after the data`() throws {
        #expect(
            try statements(.replace, existing: shape()) == [
                "BEGIN", #"TRUNCATE TABLE "public"."orders""#, "drop key",
                #"COPY "public"."orders" ("id", "total") FROM STDIN (FORMAT binary, FREEZE)"#, "create key",
                LoadLedger.record.text, "COMMIT",
            ]
        )
    }

    @Test func `replace deletes where other tables refer to it, and leaves keys that others need`() throws {
        var referenced = shape()
        referenced.isReferenced = true
        #expect(
            try statements(.replace, existing: referenced)[1...2] == [
                #"DELETE FROM "public"."orders""#,
                #"COPY "public"."orders" ("id", "total") FROM STDIN (FORMAT binary)"#,
            ]
        )
        var needed = shape()
        needed.keys[0].isRebuildable = false
        #expect(try statements(.replace, existing: needed).count == 5)
    }

    @Test func `append copies straight in`() throws {
        #expect(
            try statements(.append, existing: shape()) == [
                "BEGIN", #"COPY "public"."orders" ("id", "total") FROM STDIN (FORMAT binary)"#, LoadLedger.record.text,
                "COMMIT",
            ]
        )
    }

    @Test func `merge stages, looks for duplicates and writes only what changed`() throws {
        #expect(
            try statements(.merge(key: ["id"]), existing: shape()) == [
                "BEGIN",
                """
                CREATE TEMPORARY TABLE "pg_temp"."esteira_stage" ON COMMIT DROP AS
                SELECT "id", "total" FROM "public"."orders" WITH NO DATA
                """,
                #"ALTER TABLE "pg_temp"."esteira_stage" ALTER COLUMN "id" SET NOT NULL"#,
                #"COPY "pg_temp"."esteira_stage" ("id", "total") FROM STDIN (FORMAT binary)"#,
                """
                SELECT "id", count(*) FROM "pg_temp"."esteira_stage" GROUP BY "id" HAVING count(*) > 1 LIMIT 1
                """,
                """
                WITH merged AS (
                INSERT INTO "public"."orders" AS old ("id", "total")
                SELECT "id", "total" FROM "pg_temp"."esteira_stage"
                ON CONFLICT ("id") DO UPDATE SET "total" = excluded."total"
                  WHERE ROW(old."total") IS DISTINCT FROM ROW(excluded."total")
                RETURNING old.xmax = 0 AS is_new
                )
                SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM merged
                """, LoadLedger.record.text, "COMMIT",
            ]
        )
    }

    @Test func `merge by a key without an index makes one`() throws {
        var bare = shape()
        bare.keys = []
        #expect(
            try statements(.merge(key: ["id"]), existing: bare)[1]
                == #"CREATE UNIQUE INDEX ON "public"."orders" ("id")"#
        )
        #expect(
            try statements(.merge(key: ["total"]), existing: nil)[4]
                == #"CREATE UNIQUE INDEX ON "public"."orders" ("total")"#
        )
    }

    @Test func `partition stages, deletes the partitions that come and inserts`() throws {
        #expect(
            try statements(.partition(by: ["id"]), existing: shape()) == [
                "BEGIN",
                """
                CREATE TEMPORARY TABLE "pg_temp"."esteira_stage" ON COMMIT DROP AS
                SELECT "id", "total" FROM "public"."orders" WITH NO DATA
                """,
                #"COPY "pg_temp"."esteira_stage" ("id", "total") FROM STDIN (FORMAT binary)"#,
                #"SELECT count(*)::text FROM (SELECT DISTINCT "id" FROM "pg_temp"."esteira_stage") AS new"#,
                """
                DELETE FROM "public"."orders" AS old
                USING (SELECT DISTINCT "id" FROM "pg_temp"."esteira_stage") AS new
                WHERE old."id" = new."id"
                """,
                """
                DELETE FROM "public"."orders" AS old
                USING (SELECT DISTINCT "id" FROM "pg_temp"."esteira_stage" WHERE "id" IS NULL) AS new
                WHERE old."id" IS NOT DISTINCT FROM new."id"
                """,
                """
                INSERT INTO "public"."orders" ("id", "total")
                SELECT "id", "total" FROM "pg_temp"."esteira_stage"
                """, LoadLedger.record.text, "COMMIT",
            ]
        )
    }

    @Test func `a new table of partitions is filled frozen and gets an index on them`() throws {
        #expect(
            try statements(.partition(by: ["total"]), existing: nil)[2...4] == [
                #"COPY "public"."orders" ("id", "total") FROM STDIN (FORMAT binary, FREEZE)"#,
                #"ALTER TABLE "public"."orders" ADD PRIMARY KEY ("id")"#,
                #"CREATE INDEX ON "public"."orders" ("total")"#,
            ]
        )
        #expect(try statements(.partition(by: ["id"]), existing: nil).count == 6)
        #expect(
            try engineError { _ = try statements(.partition(by: []), existing: nil) }.message
                == #"partitioned load of "orders" has no partition"#
        )
    }

    @Test func `a history is staged, changed in place, ended and gone on with`() throws {
        var versioned = shape()
        versioned.columns += [
            TableShape.Column(name: "valid_from", type: .timestamptz, isNullable: false, isFilled: false, comment: nil),
            TableShape.Column(name: "valid_to", type: .timestamptz, isNullable: true, isFilled: false, comment: nil),
        ]
        versioned.keys[0].columns = ["id", "valid_from"]
        let moment = "TIMESTAMPTZ '2026-01-01 00:00:00+00'"
        let planned = try statements(.scd2(history), existing: versioned)
        #expect(
            planned[5...] == [
                """
                SELECT max(moment)::text FROM (
                  SELECT greatest(max("valid_from"), max("valid_to")) AS moment FROM "public"."orders"
                  UNION ALL
                  (SELECT CASE mode WHEN 'scd2' THEN "interval"::timestamptz END FROM "esteira"."loads"
                  WHERE target = '"public"."orders"' AND mode = 'scd2' ORDER BY id DESC LIMIT 1)
                ) AS known WHERE moment > \(moment)
                """,
                """
                UPDATE "public"."orders" AS old
                SET "total" = new."total", "valid_to" = NULL
                FROM "pg_temp"."esteira_stage" AS new
                WHERE old."id" = new."id"
                  AND (old."valid_from" = \(moment) AND (old."valid_to" IS NOT NULL OR old."total" IS DISTINCT FROM new."total"))
                """,
                """
                UPDATE "public"."orders" AS old
                SET "valid_to" = \(moment)
                FROM "pg_temp"."esteira_stage" AS new
                WHERE old."id" = new."id" AND old."valid_to" IS NULL AND (old."total" IS DISTINCT FROM new."total")
                """,
                """
                UPDATE "public"."orders" AS old
                SET "valid_to" = \(moment)
                WHERE old."valid_to" IS NULL AND NOT EXISTS (SELECT 1 FROM "pg_temp"."esteira_stage" AS new WHERE old."id" = new."id")
                """,
                """
                INSERT INTO "public"."orders" ("id", "total", "valid_from")
                SELECT new."id", new."total", \(moment) FROM "pg_temp"."esteira_stage" AS new
                WHERE NOT EXISTS (SELECT 1 FROM "public"."orders" AS old WHERE old."id" = new."id" AND old."valid_to" IS NULL)
                """,
                """
                SELECT count(*)::text FROM "pg_temp"."esteira_stage" AS new
                JOIN "public"."orders" AS old ON old."id" = new."id" WHERE old."valid_to" IS NULL
                """, LoadLedger.record.text, "COMMIT",
            ]
        )
        #expect(planned[3] == #"COPY "pg_temp"."esteira_stage" ("id", "total") FROM STDIN (FORMAT binary)"#)
        #expect(planned[4].hasPrefix(#"SELECT "id", count(*) FROM"#))
        versioned.keys = []
        #expect(
            try statements(.scd2(history), existing: versioned)[1]
                == #"CREATE UNIQUE INDEX ON "public"."orders" ("id", "valid_from")"#
        )
    }

    @Test func `a new history has one current version of each key`() throws {
        var history = history
        history.moment = nil
        let planned = try statements(.scd2(history), existing: nil)
        #expect(
            planned[1] == """
                CREATE TABLE "public"."orders" (
                  "id" integer NOT NULL,
                  "total" numeric(12,2),
                  "valid_from" timestamp with time zone NOT NULL,
                  "valid_to" timestamp with time zone
                )
                """
        )
        #expect(
            planned[6...] == [
                """
                INSERT INTO "public"."orders" ("id", "total", "valid_from")
                SELECT new."id", new."total", /* run.started_at */ now() FROM "pg_temp"."esteira_stage" AS new
                WHERE NOT EXISTS (SELECT 1 FROM "public"."orders" AS old WHERE old."id" = new."id" AND old."valid_to" IS NULL)
                """,
                """
                SELECT count(*)::text FROM "pg_temp"."esteira_stage" AS new
                JOIN "public"."orders" AS old ON old."id" = new."id" WHERE old."valid_to" IS NULL
                """,
                #"ALTER TABLE "public"."orders" ADD PRIMARY KEY ("id", "valid_from")"#,
                #"CREATE UNIQUE INDEX ON "public"."orders" ("id") WHERE "valid_to" IS NULL"#, LoadLedger.record.text,
                "COMMIT",
            ]
        )
    }

    private let history = History(
        key: ["id"],
        tracked: ["total"],
        absentRows: .close,
        moment: 1_767_225_600_000_000,
        validFrom: "valid_from",
        validTo: "valid_to"
    )

    @Test func `missing columns are added, left out or refused`() throws {
        var narrow = shape()
        narrow.columns.removeLast()
        #expect(
            try statements(.append, existing: narrow)[1...2] == [
                #"ALTER TABLE "public"."orders" ADD COLUMN "total" numeric(12,2)"#,
                #"COPY "public"."orders" ("id", "total") FROM STDIN (FORMAT binary)"#,
            ]
        )
        #expect(
            try statements(.append, existing: narrow, .ignore)[1]
                == #"COPY "public"."orders" ("id") FROM STDIN (FORMAT binary)"#
        )
        #expect(
            try engineError { _ = try statements(.append, existing: narrow, .fail) }.description
                == #"[42804] column 'total' of the schema is missing in "public"."orders" "#
                + "(add it to the table, or set schema_changes to add_columns or ignore)"
        )
    }

    @Test func `a different type is refused with the way out`() throws {
        var other = shape()
        other.columns[1].type = .numeric(precision: 10, scale: 2)
        #expect(
            try engineError { _ = try statements(.append, existing: other) }.description
                == #"[42804] column 'total' of "public"."orders" is numeric(10,2), the schema says decimal(12,2) "#
                + #"(numeric(12,2)) (change the schema, or the table: ALTER TABLE "public"."orders" "#
                + #"ALTER COLUMN "total" TYPE numeric(12,2))"#
        )
        other.columns[1].type = .numeric(precision: nil, scale: 0)
        #expect(try statements(.append, existing: other).count == 4)
    }

    @Test func `a required column that nothing fills, and another primary key, are refused`() throws {
        var extra = shape()
        extra.columns.append(
            TableShape.Column(name: "x", type: .text, isNullable: false, isFilled: false, comment: nil)
        )
        #expect(
            try engineError { _ = try statements(.append, existing: extra) }.message
                == #"column 'x' of "public"."orders" must have a value, but the schema does not have it"#
        )
        var keyed = shape()
        keyed.keys[0].columns = ["total"]
        #expect(
            try engineError { _ = try statements(.append, existing: keyed) }.message
                == #""public"."orders" has the primary key (total), the schema says (id)"#
        )
    }

    @Test func `a merge needs a key of the table`() throws {
        #expect(
            try engineError { _ = try statements(.merge(key: []), existing: nil) }.message
                == #"merge into "orders" has no key"#
        )
        #expect(
            try engineError { _ = try statements(.merge(key: ["nope"]), existing: nil) }.message
                == #"the key column 'nope' of "orders" is not one of its columns"#
        )
    }

    private func statements(
        _ mode: LoadMode,
        existing: TableShape?,
        _ changes: SchemaChanges = .addColumns
    ) throws -> [String] {
        let target = TableDefinition(
            name: Identifier("orders"),
            columns: [TableColumn("id", .int), TableColumn("total", .decimal(precision: 12, scale: 2))],
            primaryKey: ["id"]
        )
        let request = LoadRequest(
            target: target,
            mode: mode,
            fingerprint: "f",
            runID: "r",
            pipeline: "p",
            task: "t",
            interval: "",
            schemaChanges: changes
        )
        return try plannedLoad(request, existing: existing).statements.map(\.text)
    }

    private func shape() -> TableShape {
        TableShape(
            columns: [
                TableShape.Column(name: "id", type: .integer, isNullable: false, isFilled: false, comment: nil),
                TableShape.Column(
                    name: "total",
                    type: .numeric(precision: 12, scale: 2),
                    isNullable: true,
                    isFilled: false,
                    comment: nil
                ),
            ],
            keys: [
                TableShape.Key(
                    name: Identifier("orders_pkey"),
                    columns: ["id"],
                    isPrimary: true,
                    isUnique: true,
                    isRebuildable: true,
                    drop: "drop key",
                    create: "create key"
                )
            ],
            comment: nil,
            isPlain: true,
            isReferenced: false
        )
    }
}
