import Configuration
import Foundation
import Kinds
import Planning
import Reporting
import TestSupport
import Testing

struct GoldenPlanTests {
    private static let folder = FixtureProject.folder.appending(path: "plans")
    static let plans = [
        ("own", "ecommerce_etl"), ("own", "ecommerce_generator"), ("shop", "daily"), ("invented", "visits"),
        ("everything", "all"),
    ]

    static func files(of project: String) throws -> [SourceText] {
        try project == "own" ? PlannedFixture.ownFiles() : Array(FixtureProject(project).files.values)
    }

    @Test(arguments: plans)
    func `a plan prints these bytes in every format`(_ project: String, _ pipeline: String) throws {
        let fixture = try PlannedFixture(Self.files(of: project), pipeline: pipeline)
        for (ending, text) in try PlannedFixture.rendered(fixture.plan()) {
            #expect(!text.contains(PlannedFixture.secret))
            try expectGolden(text, at: Self.folder.appending(path: "\(pipeline).\(ending)"))
        }
    }

    @Test(arguments: plans)
    func `the order of files and a second time change nothing`(_ project: String, _ pipeline: String) throws {
        let files = try Self.files(of: project)
        let first = try PlannedFixture.rendered(PlannedFixture(files, pipeline: pipeline).plan())
        for order in [files.reversed(), files.sorted { $0.utf8.count < $1.utf8.count }, files] {
            #expect(try PlannedFixture.rendered(PlannedFixture(order, pipeline: pipeline).plan()) == first)
        }
    }
}
