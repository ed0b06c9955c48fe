import Foundation
import TestSupport
import Testing

@Suite struct GoldenFileTests {
    @Test func `a text equal to its golden file passes`() throws {
        let folder = try TemporaryFolder()
        try expectGolden("a\nb\n", at: folder.write("a\nb\n", to: "plan.txt"))
    }

    @Test func `the root of the repository holds the package`() {
        #expect(FileManager.default.fileExists(atPath: repositoryRoot.appending(path: "Package.swift").path))
    }
}
