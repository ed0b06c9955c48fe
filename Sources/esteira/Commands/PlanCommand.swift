import ArgumentParser
import Foundation
import Kinds
import Monitoring
import Planning
import Reporting
import Runners

/// Shows what a run would do. Writes nothing but the file that `-o` names.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show what a run would do, without doing it.",
        discussion: """
            Prints the tasks with the reason for each, row counts with how surely they are known (= exact, ≈ estimated, \
            ? not known yet), what changes outside, and the findings. Planning writes nothing.

              esteira plan daily --why load.orders        down to the file and line, run, parameter or clock
              esteira plan daily --task load.orders       everything about one task
              esteira plan daily --only destructive       what takes rows away
              esteira plan daily --format markdown        for a comment of a pull request

            Marks: + created, ~ changed, -/+ rebuilt, - removed, > runs as it was defined, = up to date, x blocked, \
            ! destructive.

            Exit codes: 0 planned, 2 cannot start; with --detailed-exitcode also 10 changes, 11 destructive changes.
            """)

    @Argument(help: "The pipeline.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @OptionGroup var shown: PlanShownOptions

    @Flag(help: "Look at nothing but the project's files: no state, no lake, no engine.")
    var offline = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Save the plan, as JSON.", valueName: "file"))
    var output: String?

    @Flag(help: "Exit with 10 where something would run, with 11 where rows would be taken away.")
    var detailedExitcode = false

    func run() async throws {
        let project = try LoadedProject(options, requiresEnvironment: !offline)
        guard let declared = project.reading.project else {
            return try refuse(project, project.reading.found)
        }
        let pipeline = try project.pipeline(named: pipeline)
        let workplace = Workplace(project, declared.profile)
        let engine = Lazily { try? workplace.engine() }  // without DuckDB, queries go unbound, and the plan says so
        let probe =
            offline
            ? PlanProbe()
            : PlanProbe.local(
                folder: project.folder, lake: workplace.lake, ledger: try workplace.ledger(pipeline),
                durations: try workplace.durations(pipeline)
            ) { engine.value }
        let inputs = PlanInputs(
            contact: offline ? .offline : .metadata, files: project.files, now: project.clock.now)
        var found = project.reading.found
        guard let plan = makePlan(for: pipeline, of: declared, probe: probe, inputs: inputs, found: &found) else {
            return try refuse(project, found)
        }
        let look =
            offline
            ? WarehouseLook(plan) : WarehouseLook(plan, folder: project.folder, engine: engine.value)
        let keepsStatements = shown.sql || shown.task != nil || output != nil
        let document = PlanDocument(plan, .local(plan, warehouse: look), keepsStatements: keepsStatements)
        esteira.output(try shown.text(of: document))
        if let output { try save(document, to: output) }
        try exit(document)
    }

    private func refuse(_ project: LoadedProject, _ found: Diagnostics) throws {
        let errors = found.items.count { $0.severity == .error }
        if shown.format == .github { try GitHubFiles.append(outputs: "changes=\ndestructive=\nerrors=\(errors)\n") }
        try project.requireNoErrors(found)
    }

    private func save(_ document: PlanDocument, to path: String) throws {
        do {
            try Data(document.json().utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CannotStart("the plan could not be saved to '\(path)': \(error.localizedDescription)")
        }
        report("Saved to \(path)")
    }

    private func exit(_ document: PlanDocument) throws {
        guard detailedExitcode, !document.summary.empty else { return }
        throw ExitCode(document.summary.destructive > 0 ? 11 : 10)
    }
}
