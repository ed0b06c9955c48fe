import Foundation
import GRDB
import TestSupport
import Testing

@testable import Execution

@Suite struct StateFailureTests {
    @Test func `a full disk is named with its folder and the way out`() throws {
        let full = DatabaseError(resultCode: .SQLITE_FULL, message: "database or disk is full")
        let failure = try #require(StateFailure(full, path: "/data/shop/.esteira/runs.sqlite"))
        #expect(
            "\(failure)"
                == "cannot write the state of runs in '/data/shop/.esteira/runs.sqlite': database or disk is full "
                + "(the disk is full or fails: free some space for '/data/shop/.esteira', then run again)")
    }

    @Test func `a folder that cannot be made is named with the way out`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "file")
        let path = folder.url.appending(path: "file/.esteira/runs.sqlite").path
        let failure = #expect(throws: StateFailure.self) { _ = try RunStore(path: path) }
        #expect(
            failure?.description
                == "cannot write the state of runs in '\(path)': Not a directory "
                + "(give the user who runs this the right to write in '\(folder.path)/file/.esteira')")
    }

    @Test func `what says nothing about the machine stays as it is`() {
        #expect(StateFailure(DatabaseError(resultCode: .SQLITE_CONSTRAINT), path: "/data/runs.sqlite") == nil)
        #expect(StateFailure(CancellationError(), path: "/data/runs.sqlite") == nil)
    }
}
