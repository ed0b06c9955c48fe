import Engines
import Testing
import Warehouse

@Suite struct NeededRightTests {
    private let users = Identifier("dwh", "users")

    @Test func `A new table needs its schema alone`() {
        let rights = neededRights(
            of: ["BEGIN", "CREATE TABLE \(users) (\n  \"id\" integer\n)", "COPY \(users) FROM STDIN"],
            on: users
        )
        #expect(rights.map(\.words) == ["CREATE on schema dwh"])
    }

    @Test func `Each statement brings what it needs, each right once`() {
        let replaced = neededRights(
            of: [
                "TRUNCATE TABLE \(users)", "ALTER TABLE \(users) DROP CONSTRAINT \"k\"",
                "COPY \(users) (\"id\") FROM STDIN",
                "ALTER TABLE \(users) ADD CONSTRAINT \"k\" PRIMARY KEY (id)", "COMMENT ON TABLE \(users) IS 'x'",
            ],
            on: users
        )
        #expect(
            replaced.map(\.words) == [
                "TRUNCATE on dwh.users", "ownership of dwh.users", "INSERT on dwh.users", "CREATE on schema dwh",
            ]
        )
        let merged = neededRights(
            of: [
                "CREATE TEMPORARY TABLE \"pg_temp\".\"esteira_stage\" ON COMMIT DROP AS SELECT 1",
                "ALTER TABLE \"pg_temp\".\"esteira_stage\" ALTER COLUMN \"id\" SET NOT NULL",
                "COPY \"pg_temp\".\"esteira_stage\" (\"id\") FROM STDIN",
                "INSERT INTO \(users) AS old (\"id\") SELECT 1 ON CONFLICT (\"id\") DO UPDATE SET x = 1",
            ],
            on: users
        )
        #expect(
            merged.map(\.words) == [
                "TEMPORARY on the database", "SELECT on dwh.users", "INSERT on dwh.users", "UPDATE on dwh.users",
            ]
        )
    }

    @Test func `Versions need rows changed, and a stage for a new table too`() {
        let stage: SQL = "CREATE TEMPORARY TABLE \"pg_temp\".\"esteira_stage\" ON COMMIT DROP AS SELECT 1"
        let kept = neededRights(
            of: [stage, "DELETE FROM \(users) AS old\nUSING x", "UPDATE \(users) AS old\nSET \"id\" = 1"],
            on: users
        )
        #expect(
            kept.map(\.words) == [
                "TEMPORARY on the database", "SELECT on dwh.users", "DELETE on dwh.users", "UPDATE on dwh.users",
            ]
        )
        let new = neededRights(of: ["CREATE TABLE \(users) (\n  \"id\" integer\n)", stage], on: users)
        #expect(new.map(\.words) == ["CREATE on schema dwh", "TEMPORARY on the database"])
    }

    @Test func `The grant names role and object in quotes`() {
        let grant = NeededRight.table(users, privilege: "INSERT").grant(to: "a\"b", database: "shop")
        #expect(grant.text == #"GRANT INSERT ON "dwh"."users" TO "a""b""#)
    }
}
