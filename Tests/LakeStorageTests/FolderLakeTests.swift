import Foundation
import Testing

@testable import LakeStorage

/// Staging, publishing and leaving nothing behind, in a real folder.
final class FolderLakeTests {
    private let folder: String
    private let lake: FolderLake
    private let path = "raw/orders/year=2026/month=11/orders.parquet"

    init() throws {
        folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("lake-\(UUID().uuidString)").path
        lake = FolderLake(root: "\(folder)/lake")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    private func text(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    @Test(arguments: [FolderLake.Durability.powerFailure, .processEnd])
    func `a staged file is seen only after it is published`(durability: FolderLake.Durability) throws {
        let lake = FolderLake(root: lake.root, durability: durability)
        let staged = try lake.stage(path, run: "r1")
        #expect(staged == "\(folder)/lake/.staging/r1/\(path)")
        try write("new", to: staged)
        #expect(try lake.published(path) == nil)
        #expect(try lake.list("raw") == [])
        let file = try lake.publish(path, run: "r1")
        #expect(file.bytes == 3)
        #expect(file.location == "\(folder)/lake/\(path)")
        #expect(try lake.list("raw") == [file])
        #expect(try text(file.location) == "new")
    }

    @Test func `publishing replaces the file whole and an open reader keeps the old one`() throws {
        try write("old", to: lake.stage(path, run: "r1"))
        let old = try lake.publish(path, run: "r1")
        let reader = try #require(FileHandle(forReadingAtPath: old.location))
        try write("newer", to: lake.stage(path, run: "r2"))
        let new = try lake.publish(path, run: "r2")
        #expect(try reader.readToEnd() == Data("old".utf8))
        #expect(try text(new.location) == "newer")
        #expect(new.modifiedNanoseconds >= old.modifiedNanoseconds)
    }

    @Test func `a failed publication leaves the old file`() throws {
        try write("old", to: lake.stage(path, run: "r1"))
        try lake.publish(path, run: "r1")
        var missing = LakeError(.publish, "\(folder)/lake/.staging/r2/\(path)", "No such file or directory")
        missing.code = ENOENT
        #expect(throws: missing) { try self.lake.publish(self.path, run: "r2") }
        #expect(try text(lake.location(of: path)) == "old")
    }

    @Test func `a folder in the way is an error with a hint`() throws {
        let target = try lake.location(of: path)
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try write("new", to: lake.stage(path, run: "r1"))
        let error = #expect(throws: LakeError.self) { try self.lake.publish(self.path, run: "r1") }
        #expect(
            error?.description == """
                cannot publish '\(target)': Is a directory \
                (a file and a folder want the same name: check the lake's layout)
                """
        )
    }

    @Test(arguments: ["", "/etc/passwd", "../x", "raw/../../x", "raw//x", "raw/.", ".staging/r1/x", "raw/.x", "a\0b"])
    func `a path that is not inside is refused`(path: String) {
        #expect(
            throws: LakeError(
                .locate,
                path,
                "this is not a path inside a lake",
                hint: "write it relative to the lake, without '..' and without hidden names"
            )
        ) { try self.lake.location(of: path) }
        #expect(throws: LakeError.self) { try self.lake.stage(path, run: "r1") }
        #expect(throws: LakeError.self) { try self.lake.stage("raw/x", run: path) }
    }

    @Test func `a link out of the lake is refused, one inside is followed`() throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: "\(folder)/lake/raw", withIntermediateDirectories: true)
        try manager.createDirectory(atPath: "\(folder)/outside", withIntermediateDirectories: true)
        try manager.createSymbolicLink(atPath: "\(folder)/lake/away", withDestinationPath: "\(folder)/outside")
        try manager.createSymbolicLink(atPath: "\(folder)/lake/near", withDestinationPath: "\(folder)/lake/raw")
        try manager.createSymbolicLink(atPath: "\(folder)/lake/dangling", withDestinationPath: "\(folder)/nothing")
        for path in ["away/x.parquet", "away/deep/x.parquet", "away", "dangling"] {
            #expect(
                throws: LakeError(
                    .locate,
                    "\(folder)/lake/\(path)",
                    "a symbolic link leads out of the lake",
                    hint: "move the files into '\(folder)/lake'"
                )
            ) { try self.lake.location(of: path) }
        }
        #expect(try lake.location(of: "near/x.parquet") == "\(folder)/lake/near/x.parquet")
    }

    @Test func `a lake that is itself reached through a link works`() throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/real", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "\(folder)/real")
        let lake = FolderLake(root: "\(folder)/link")
        try write("new", to: lake.stage(path, run: "r1"))
        try lake.publish(path, run: "r1")
        #expect(try text("\(folder)/real/\(path)") == "new")
    }

    @Test func `discarding removes one run's files and nothing else`() throws {
        try write("a", to: lake.stage(path, run: "r1"))
        try write("b", to: lake.stage(path, run: "r2"))
        try lake.discard(run: "r1")
        try lake.discard(run: "r1")
        #expect(try lake.stagedRuns() == ["r2"])
        #expect(throws: LakeError.self) { try self.lake.discard(run: "../raw") }
    }

    /// What a kill leaves is a staged file, possibly half written: exactly what is made here.
    @Test func `leftovers of killed runs go, running and recent ones stay`() throws {
        for run in ["dead", "alive", "recent"] { try write("half", to: lake.stage(path, run: run)) }
        for file in [
            "dead", "dead/\(path)", "dead/raw", "dead/raw/orders", "dead/raw/orders/year=2026",
            "dead/raw/orders/year=2026/month=11",
        ] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1000)],
                ofItemAtPath: "\(folder)/lake/.staging/\(file)"
            )
        }
        #expect(try lake.removeStale(keeping: ["alive"], changedSince: 2_000_000_000_000) == ["dead"])
        #expect(try lake.stagedRuns() == ["alive", "recent"])
        #expect(try lake.removeStale() == ["alive", "recent"])
        #expect(try lake.list("raw") == [])
    }

    @Test func `a list is by path, without hidden files`() throws {
        for name in ["b.parquet", "a.parquet"] {
            try write(name, to: lake.stage("raw/t/day=2/\(name)", run: "r"))
            try lake.publish("raw/t/day=2/\(name)", run: "r")
        }
        try write("x", to: "\(folder)/lake/raw/t/.hidden")
        #expect(try lake.list("raw/t").map(\.path) == ["raw/t/day=2/a.parquet", "raw/t/day=2/b.parquet"])
        #expect(try lake.list("nothing") == [])
    }

    @Test func `many tasks may publish into new folders at once`() async throws {
        let lake = lake
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let path = "raw/deep/year=2026/month=\(number % 2)/\(number).parquet"
                    let staged = try lake.stage(path, run: "r")
                    try Data([1]).write(to: URL(fileURLWithPath: staged))
                    try lake.publish(path, run: "r")
                }
            }
            try await group.waitForAll()
        }
        #expect(try lake.list("raw").count == 16)
    }

    @Test func `a path knows its partition`() throws {
        let partition = try LakePath(path).partition
        #expect(partition.keys == ["year", "month"])
        #expect(partition.values == ["2026", "11"])
        #expect(try LakePath("raw/x=/=y/plain").partition.keys == ["x"])
    }
}
