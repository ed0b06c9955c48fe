import Engines
import Testing

@testable import Planning

/// What statements of a load do to a table, as plans tell it.
struct TableStatementTests {
    @Test func `a deletion says whether all rows go`() {
        let all = TableStatement("DELETE FROM \"t\"")
        #expect(all.words == "all rows deleted first")
        let partitions = TableStatement(
            "DELETE FROM \"t\" AS old\nUSING (SELECT DISTINCT \"d\" FROM s) AS new\nWHERE old.\"d\" = new.\"d\"")
        #expect(partitions.words == "rows of the partitions that come deleted first")
        // Told once.
        let nulls = TableStatement(
            "DELETE FROM \"t\" AS old\nUSING (SELECT DISTINCT \"d\" FROM s WHERE \"d\" IS NULL) AS new\nWHERE x")
        #expect(nulls.words == nil)
        for statement in [all, partitions, nulls] {
            #expect(statement.removesRows)
            #expect(statement.lock == "ROW EXCLUSIVE")
        }
    }

    @Test func `nobody waits for the stage`() {
        for text in [
            #"COPY "pg_temp"."s" ("id") FROM STDIN"#, #"ALTER TABLE "pg_temp"."s" ALTER COLUMN "id" SET NOT NULL"#,
        ] {
            #expect(TableStatement(SQL(trusted: text)).lock == nil)
            #expect(TableStatement(SQL(trusted: text)).words == nil)
        }
        #expect(
            TableStatement(#"UPDATE "t" AS old SET "a" = new."a" FROM "pg_temp"."s" AS new"#).lock == "ROW EXCLUSIVE")
    }

    @Test func `versions that end take nothing away`() {
        let update = TableStatement("UPDATE \"t\" AS old\nSET \"valid_to\" = now()")
        #expect(update.words == nil)
        #expect(!update.removesRows)
        #expect(
            PlanDocument.locks(of: Array(repeating: "UPDATE \"dwh\".\"t\" AS old\nSET \"valid_to\" = now()", count: 2))
                == [
                    .init(
                        statement: "UPDATE dwh.t AS old", mode: "ROW EXCLUSIVE",
                        words: "nobody waits who reads or writes other rows")
                ])
    }
}
