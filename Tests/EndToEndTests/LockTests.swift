import TestSupport
import Testing

/// The lock of the schemas, from the first one to a change that breaks readers.
@Suite struct LockTests {
    @Test func `A lock is made, checked, refused, and written once somebody has decided`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        #expect(
            try await place.esteira(["lock", "--check"], ends: 0).report
                == "there is no 'schemas.lock'; 'esteira lock' makes one\n")
        #expect(try await place.esteira(["lock"], ends: 0).report == "'schemas.lock' written\n")
        #expect(try await place.esteira(["lock"], ends: 0).report == "'schemas.lock' is up to date\n")
        #expect(try await place.esteira(["lock", "--check"], ends: 0).report == "'schemas.lock' is up to date\n")
        try await place.esteira(["lint", "--strict"], ends: 0)
        try await place.esteira(["fmt", "--check"], ends: 0)

        try place.edit("schemas/sales.yaml", "  city: string\n", "  city: string\n  note: string\n")
        let told =
            "schemas/sales.yaml:6:3: error[EST3026]: column 'note' is new, and version 1 of schema 'sales' does not have it"
            + " (run 'esteira lock': no reader breaks by this)\n"
        #expect(try await place.esteira(["lock", "--check"], ends: 1).output == told)
        #expect(try await place.esteira(["lint", "schemas"], ends: 1).output == told)
        try await place.esteira(["lock"], ends: 0)

        let locked = try place.folder.read("schemas.lock")
        try place.edit("schemas/sales.yaml", "  note: string\n", "")
        let refused = try await place.esteira(["lock"], ends: 1)
        #expect(
            refused.report.hasPrefix("error[EST3026] column 'note' is gone, and version 1 of schema 'sales' has it\n"),
            "\(refused)")
        #expect(refused.report.contains("help: write 'version: 2' and run 'esteira lock', or undo the change\n"))
        #expect(refused.report.hasSuffix("'schemas.lock' was left as it is; '--force' writes it all the same\n"))
        #expect(try place.folder.read("schemas.lock") == locked)
        try place.edit("schemas/sales.yaml", "schema: sales\n", "schema: sales\nversion: 2\n")
        try await place.esteira(["lock"], ends: 0)
        #expect(try place.folder.read("schemas.lock").contains("\"version\": 2"))
        try await place.esteira(["lint", "--strict"], ends: 0)
    }

    @Test func `A table that loses a column is decided in its sink`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        try place.edit("pipelines/sales.yaml", "sinks:\n", "sinks:\n  sales: {from: raw.sales, table: sales}\n")
        try await place.esteira(["lock"], ends: 0)
        try place.edit("schemas/sales.yaml", "schema: sales\n", "schema: sales\nversion: 2\n")
        try place.edit("schemas/sales.yaml", "  sold_on: date\n", "")
        let refused = try await place.esteira(["lock"], ends: 1)
        #expect(
            refused.report.hasPrefix("error[EST6008] the schema of table 'sales' has lost column 'sold_on'\n"),
            "\(refused)")
        try place.edit("pipelines/sales.yaml", "table: sales}", "table: sales, destructive_changes: allow}")
        try await place.esteira(["lock"], ends: 0)
        try await place.esteira(["lint"], ends: 0)
    }

    @Test func `A lock that cannot be read holds nothing, is told, and is written anew by force`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        try place.folder.write("{\"lock_version\": 1}\n", to: "schemas.lock")
        let told =
            "schemas.lock:1:2: error[EST1002]: 'schema lock' lacks 'schemas' (write the file anew with 'esteira lock --force')\n"
        #expect(try await place.esteira(["lint"], ends: 1).output == told)
        let refused = try await place.esteira(["lock"], ends: 2)
        #expect(
            refused.report.hasSuffix(
                "error: 'schemas.lock' cannot be read; put it right, or write it anew with 'esteira lock --force'\n"))
        try await place.esteira(["lock", "--check", "--force"], ends: 2)
        try await place.esteira(["lock", "--force"], ends: 0)
        try await place.esteira(["lint", "--strict"], ends: 0)

        try place.edit("schemas/sales.yaml", "city: string", "city: strng")
        #expect(try await place.esteira(["lock"], ends: 2).report.contains("error[EST3001] no type named 'strng'"))
    }
}
