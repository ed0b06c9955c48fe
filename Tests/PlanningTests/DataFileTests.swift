import Foundation
import Planning
import Reporting
import TestSupport
import Testing

/// Files that a saved plan holds to.
struct DataFileTests {
    private typealias File = PlanDocument.DataFile

    private func file(_ digest: String, bytes: Int = 3, modified: Int64 = 1, path: String = "a.csv") -> File {
        File(path: path, bytes: bytes, modified: modified, digest: digest)
    }

    private func drift(_ saved: [File], _ now: [File]) throws -> [String] {
        var document = PlannedFixture.document(
            try PlannedFixture(Array(FixtureProject("shop").files.values), pipeline: "daily").plan())
        document.keep(data: saved)
        return document.drift(data: now).map { "\($0.rule.code) \($0.message)" }
    }

    @Test func `another content is drift, another time alone is not`() throws {
        #expect(try drift([file("x")], [file("x", modified: 2)]) == [])
        #expect(try drift([file("x")], [file("y")]) == ["EST7034 input 'a.csv' has changed since the plan"])
        #expect(try drift([file("x")], [file("x", bytes: 4)]) == ["EST7034 input 'a.csv' has 4 bytes, in the plan 3"])
        #expect(
            try drift([file("x")], [file("x", path: "b.csv")])
                == ["EST7034 input 'a.csv' is gone since the plan", "EST7034 input 'b.csv' is new since the plan"])
    }

    @Test func `of a file too long to be read whole the time counts too`() throws {
        let bytes = File.wholeUpTo + 1
        #expect(
            try drift([file("x", bytes: bytes)], [file("x", bytes: bytes, modified: 2)])
                == ["EST7034 input 'a.csv' has changed since the plan"])
    }

    @Test func `a digest is that of the content`() throws {
        let folder = try TemporaryFolder()
        try folder.write("abc", to: "a.csv")
        let read = try File(
            FileFact(path: "a.csv", bytes: 3, modified: 1), at: folder.url.appending(path: "a.csv").path)
        #expect(read.digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
