import Foundation
import Kinds
import Planning
import TestSupport
import Testing

@testable import Runners

@Suite struct FilePathsTests {
    @Test func `A pattern names files alone, sorted`() throws {
        let (folder, project) = try project(["data/b.csv", "data/a.csv", "data/c.csv/part", "data/a.txt"])
        #expect(
            filePaths(matching: "data/*.csv", in: project) == ["a", "b"].map { "\(folder.path)/data/\($0).csv" }
        )
        #expect(filePaths(matching: "data/?.txt", in: project) == ["\(folder.path)/data/a.txt"])
    }

    @Test func `A name that is no file names nothing`() throws {
        let (folder, project) = try project(["data/a.csv"])
        #expect(filePaths(matching: "data", in: project) == [])
        #expect(filePaths(matching: "data/b.csv", in: project) == [])
        #expect(filePaths(matching: "none/*.csv", in: project) == [])
        #expect(filePaths(matching: "\(folder.path)/data/a.csv", in: project) == ["\(folder.path)/data/a.csv"])
    }

    @Test func `Facts are the size and path inside the project`() throws {
        let (folder, project) = try project(["data/a.csv"])
        let facts = fileFacts(matching: "data/*", in: project)
        #expect(facts.map(\.path) == ["data/a.csv"])
        #expect(facts.map(\.bytes) == [4])
        try folder.write("longer", to: "data/a.csv")
        #expect(fileFacts(matching: "data/*", in: project).map(\.bytes) == [6])
    }

    private func project(_ files: [String]) throws -> (TemporaryFolder, ProjectFolder) {
        let folder = try TemporaryFolder()
        try folder.write("project: files\n", to: "esteira.yaml")
        for file in files { try folder.write("text", to: file) }
        return (folder, try #require(ProjectFolder.enclosing(folder.path)))
    }
}
