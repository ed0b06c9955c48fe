import Foundation
import Portuguese
import Reporting
import TestSupport
import Testing

struct TranslationTests {
    @Test(arguments: MalformedProjectTests.names)
    func `all that is said of a malformed project is said in Portuguese too`(_ name: String) throws {
        #expect(untranslated(try FixtureProject(malformed: name).findings().items, into: portuguese) == [])
    }

    @Test func `a malformed project is reported in Portuguese`() throws {
        let project = try FixtureProject(malformed: "step-several")
        let report = DiagnosticReport(
            project.findings().items, sources: Array(project.files.values), toolVersion: "0", language: portuguese)
        try expectGolden(
            report.rendered(as: .text), at: FixtureProject.folder.appending(path: "portuguese/step-several.txt"))
    }
}
