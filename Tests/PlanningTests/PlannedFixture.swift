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
    let files: ProjectFiles

    init(_ files: [SourceText], pipeline name: String) throws {
        self.files = ProjectFiles(files)
        let reading = readProject(
            ProjectFiles(files),
            options: ReadingOptions(
                scope: Scope(environment: ["DATABASE_URL": "postgresql://shop:\(Self.secret)@db/shop"]),
                clock: FixtureProject.clock))
        readFindings = reading.found
        project = try #require(reading.project)
        pipeline = try #require(project.pipelines.first { $0.name == name })
    }

    static func ownFiles() -> [SourceText] {
        ProjectFolder(path: repositoryRoot.path).read().sources
    }

    /// - Parameter now: microseconds since 1970; nil where nothing is to depend on the clock.
    func plan(_ probe: PlanProbe = PlanProbe(), now: Int64? = FixtureProject.clock.now) throws -> Plan {
        var found = readFindings
        let inputs = PlanInputs(files: files, now: now)
        let plan = makePlan(for: pipeline, of: project, probe: probe, inputs: inputs, found: &found)
        #expect(found.items.filter { $0.severity == .error } == [])
        return try #require(plan)
    }

    static func document(_ plan: Plan, keepsStatements: Bool = false) -> PlanDocument {
        PlanDocument(plan, .local(plan, warehouse: WarehouseLook(plan)), keepsStatements: keepsStatements)
    }

    /// By the ending of the golden file.
    static func rendered(_ plan: Plan) throws -> [String: String] {
        let document = document(plan, keepsStatements: true)
        var whole = view(120)
        whole.showsAll = true
        var withSQL = view(.max)
        withSQL.showsSQL = true
        withSQL.isVerbose = true
        var ascii = view(120)
        ascii.style.isASCII = true
        return [
            "80.txt": document.text(view(80)), "txt": document.text(view(120)),
            "unbounded.txt": document.text(view(.max)),
            "all.txt": document.text(whole), "sql.txt": document.text(withSQL), "ascii.txt": document.text(ascii),
            "summary.txt": document.summaryText(view(120)), "json": document.json(), "jsonl": document.jsonLines,
            "graph.txt": document.graph(.text, view(120)), "dot": document.graph(.dot, view(120)),
            "mmd": document.graph(.mermaid, view(120)), "html": document.graph(.html, view(120)),
            "md": document.markdown(view(120)),
        ]
    }

    static func view(_ width: Int) -> PlanView {
        var style = TextStyle()
        style.width = width
        return PlanView(style: style)
    }

    /// The ledger of a run that completed everything, with 10 rows of each task.
    static func ledger(of plan: Plan) -> [String: CompletedTask] {
        let fingerprints = taskFingerprints(of: plan.tasks, files: plan.files, run: "")
        let completed = plan.tasks.map { task in
            (
                task.id,
                CompletedTask(
                    fingerprint: fingerprints[task.id] ?? "", definition: task.definitionFingerprint, rowsOut: 10,
                    bytes: 2048, run: "20260131T060000-abcd")
            )
        }
        return Dictionary(uniqueKeysWithValues: completed)
    }
}
