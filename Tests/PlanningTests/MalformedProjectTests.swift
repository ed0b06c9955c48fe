import Foundation
import Reporting
import TestSupport
import Testing

struct MalformedProjectTests {
    private static let folder = FixtureProject.folder.appending(path: "malformed")

    static let names: [String] = {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []  // the count test fails
        return entries.filter { !$0.contains(".") }.sorted()
    }()

    @Test(arguments: names)
    func `lint says exactly what is written down`(_ name: String) throws {
        let project = try FixtureProject(malformed: name)
        let report = DiagnosticReport(
            project.findings().items, sources: Array(project.files.values), toolVersion: "0")
        try expectGolden(
            report.rendered(as: .text), at: Self.folder.appending(path: "\(name)/expected.txt"))
    }

    @Test func `there are malformed projects`() {
        #expect(Self.names.count > 40)
    }

    @Test func `the shop that they are made from has no findings`() throws {
        #expect(try FixtureProject("shop").findings().items == [])
    }

    @Test(arguments: names)
    func `no secret of the environment is printed`(_ name: String) throws {
        let project = try FixtureProject(malformed: name)
        for format in DiagnosticFormat.allCases {
            let report = DiagnosticReport(project.findings().items, sources: [], toolVersion: "0")
            let text = report.rendered(as: format)
            #expect(!project.environment.values.contains { text.contains($0) })
        }
    }
}
