import ArgumentParser
import Foundation
import Kinds
import Planning
import Reporting
import Runners

/// Shows what a run would do. Writes nothing.
struct PlanCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, dot, mermaid, markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what a run would do, without doing it.",
        discussion: """
            Prints the tasks with the reason for each, row counts where they are known, what changes in the lake and the \
            warehouse, and the findings. Planning writes nothing.
            """)

    @Argument(help: "The pipeline.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @Option(name: .shortAndLong, help: "text, json, dot, mermaid or markdown.")
    var format: Format = .text

    @Flag(help: "Print every statement that would be sent.")
    var sql = false

    @Flag(help: "Look at nothing but the project's files: no state, no lake, no engine.")
    var offline = false

    func run() async throws {
        let project = try LoadedProject(options, requiresEnvironment: !offline)
        guard let declared = project.reading.project else {
            try project.requireNoErrors(project.reading.found)
            return
        }
        let pipeline = try project.pipeline(named: pipeline)
        let workplace = Workplace(project, declared.profile)
        let engine = Lazily { try? workplace.engine() }  // without DuckDB, queries go unbound, and the plan says so
        let probe =
            offline
            ? PlanProbe()
            : PlanProbe.local(folder: project.folder, lake: workplace.lake, ledger: try workplace.ledger(pipeline)) {
                engine.value
            }
        var found = project.reading.found
        guard let plan = makePlan(for: pipeline, of: declared, probe: probe, found: &found) else {
            try project.requireNoErrors(found)
            return
        }
        let look =
            offline
            ? WarehouseLook(plan) : WarehouseLook(plan, folder: project.folder, engine: engine.value)
        let statements = PlanStatements.local(plan, warehouse: look)
        switch format {
        case .text: output(plan.text(statements, showsSQL: sql))
        case .json: output(plan.json(statements, showsSQL: sql).text(indented: true) + "\n")
        case .dot: output(plan.dot)
        case .mermaid: output(plan.mermaid)
        case .markdown: output(plan.markdown(statements))
        }
    }
}
