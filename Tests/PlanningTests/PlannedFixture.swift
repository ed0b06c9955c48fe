import Configuration
import Foundation
import Kinds
import Planning
import Reporting
import Runners
import TestSupport
import Testing

/// A pipeline of a fixture, or of the repository's own project, planned by hand: fixed clock, nothing asked of the world.
struct PlannedFixture {
    static let secret = "hunter2"

    let project: Project
    let pipeline: Pipeline
    let readFindings: Diagnostics

    init(_ files: [SourceText], pipeline name: String) throws {
        let reading = readProject(
            ProjectFiles(files),
            options: ReadingOptions(
                scope: Scope(environment: ["DATABASE_URL": "postgresql://shop:\(Self.secret)@db/shop"]),
                clock: FixtureProject.clock))
        readFindings = reading.found
        project = try #require(reading.project)
        pipeline = try #require(project.pipelines.first { $0.name == name })
    }

    static func ownFiles() throws -> [SourceText] {
        try ProjectFolder(path: repositoryRoot.path).read().sources
    }

    func plan(_ probe: PlanProbe = PlanProbe()) throws -> Plan {
        var found = readFindings
        let plan = makePlan(for: pipeline, of: project, probe: probe, found: &found)
        #expect(found.items.filter { $0.severity == .error } == [])
        return try #require(plan)
    }

    /// By the ending of the golden file.
    static func rendered(_ plan: Plan) throws -> [String: String] {
        let statements = PlanStatements.local(plan, warehouse: WarehouseLook(plan))
        return [
            "txt": plan.text(statements), "sql.txt": plan.text(statements, showsSQL: true),
            "json": plan.json(statements, showsSQL: true).text(indented: true) + "\n", "dot": plan.dot,
            "mmd": plan.mermaid, "md": plan.markdown(statements),
        ]
    }
}
