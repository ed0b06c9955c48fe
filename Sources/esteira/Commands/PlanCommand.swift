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
              esteira plan daily --base origin/main       with what has changed since, column by column
              esteira plan daily -o plan.json             kept, to 'show', to 'diff', and for 'run --plan'

            Marks: + created, ~ changed, -/+ rebuilt, - removed, > runs as it was defined, = up to date, … waits, x blocked, \
            · left out, ? decided when it runs, ! destructive.

            Exit codes: 0 planned, 2 cannot start; with --detailed-exitcode also 1 errors among the \
            findings or blocked tasks, 10 changes, 11 destructive changes.
            """)

    @Argument(help: "The pipeline; or 'show FILE' or 'diff OLD NEW', for plans that were saved.")
    var pipeline: String?

    @Argument(help: ArgumentHelp("Saved plans, behind 'show' and 'diff'.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var options: ProjectOptions

    @OptionGroup var shown: PlanShownOptions

    @OptionGroup var depth: PlanDepth

    @OptionGroup var comparison: PlanBase

    @Flag(help: "Look at nothing but the project's files: no state, no lake, no server.")
    var offline = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Save the plan, as JSON.", valueName: "file"))
    var output: String?

    @Flag(help: "Exit with 10 where something would run, with 11 where rows would be taken away.")
    var detailedExitcode = false

    func run() async throws {
        if let words = try SavedPlanWords(pipeline, files: files) {
            let code = try words.run(shown)
            if detailedExitcode, code != .success { throw code }
            return
        }
        // Generated rows need no credentials, and nothing that earlier runs left.
        let isAlone = offline || depth.simulate != nil
        let project = try LoadedProject(options, requiresEnvironment: !isAlone)
        guard let declared = project.reading.project else {
            return try refuse(project, project.reading.found)
        }
        let pipeline = try project.pipeline(named: pipeline)
        let workplace = Workplace(project, declared.profile)
        let engine = workplace.engineIfThere
        let probe =
            isAlone
            ? PlanProbe.binding { engine.value }
            : PlanProbe.local(
                folder: project.folder, lake: workplace.lake, ledger: try workplace.ledger(pipeline),
                durations: try workplace.durations(pipeline), usages: try workplace.usages(pipeline)
            ) { engine.value }
        let inputs = PlanInputs(
            contact: depth.contact(isOffline: offline), files: project.files, now: project.clock.now)
        var found = project.found(concerning: pipeline)
        guard
            var plan = makePlan(
                for: pipeline, of: declared, probe: probe, inputs: inputs, showsBlocked: true, found: &found)
        else {
            return try refuse(project, found)
        }
        let enginePlans = try depth.enginePlans(plan, workplace, engine: depth.probe ? engine.value : nil)
        let impacts = depth.impacts(&plan, folder: project.folder, engine: depth.probe ? engine.value : nil)
        let look =
            isAlone
            ? WarehouseLook(plan) : WarehouseLook(plan, folder: project.folder, engine: engine.value)
        // A probe has said the same, and more.
        if !depth.probe { plan.hold(look) }
        plan.findings.report(contentsOf: try project.lintErrors(concerning: pipeline, probe: probe))
        let keepsStatements = shown.sql || shown.task != nil || output != nil
        var document = PlanDocument(plan, .local(plan, warehouse: look), keepsStatements: keepsStatements)
        document.impacts = impacts
        if !isAlone { document.intervals = try workplace.plannedIntervals(pipeline) }
        document.enginePlans = enginePlans
        document.simulation = try await depth.simulation(plan, of: declared, workplace)
        if let changes = try comparison.changes(of: pipeline, in: project, probe: probe) {
            document = document.compared(changes)
        }
        if output != nil, !isAlone { document.keep(data: try project.dataFiles(of: plan)) }
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
        report(Language.spoken.text("Saved to \(path). Run exactly this with: esteira run --plan \(path)"))
    }

    private func exit(_ document: PlanDocument) throws {
        guard detailedExitcode else { return }
        if document.summary.errors > 0 || document.summary.blocked > 0 { throw ExitCode(1) }
        guard !document.summary.empty else { return }
        throw ExitCode(document.summary.destructive > 0 ? 11 : 10)
    }
}
