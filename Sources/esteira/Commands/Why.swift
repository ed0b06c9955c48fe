import ArgumentParser
import Execution
import Kinds
import Monitoring
import Planning
import Reporting
import Runners

/// Tells why a task ran, and would run.
struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Why a task ran or did not in the last run, and what would be decided now.",
        discussion: """
            First the last run in which the task took part: how it ended and why, its attempts, what a sensor last saw, and \
            what had changed. Then what 'plan --why' says: the chain of reasons down to the file and line, run, parameter or clock.
            """
    )

    @OptionGroup var question: WhyQuestion

    func run() throws { try question.answer { $0.why($1, $2) } }
}

/// Tells why a task did not run, and would not.
struct WhyNot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why-not",
        abstract: "Why a task did not run, and what would have to change.",
        discussion: "Like 'why'; of a task that is up to date it names everything that holds it there."
    )

    @OptionGroup var question: WhyQuestion

    func run() throws { try question.answer { $0.whyNot($1, $2) } }
}

/// A question about one task, of the past and of now.
struct WhyQuestion: ParsableArguments {
    @Argument(help: "The task: 'load.orders'.")
    var task: String

    @Argument(help: "Its pipeline; may be left out where only one has such a task.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Only ASCII characters.")
    var ascii = false

    func answer(_ now: (PlanDocument, PlanDocument.Task, PlanView) -> String) throws {
        let project = try LoadedProject(options)
        guard let declared = project.reading.project else { return try project.requireNoErrors(project.reading.found) }
        var found = project.reading.found
        let plans = try pipelines(project).map { pipeline in
            (pipeline: pipeline, document: try document(of: pipeline, declared, project, &found))
        }
        let store = try project.pastRuns()
        let asked = try plans.compactMap { pipeline, document -> AskedTask? in
            let planned = document?.task(named: owner)
            let id = planned.map { TaskID($0.id + task.dropFirst(owner.count)) } ?? TaskID(task)
            let run = try store?.latestRun(with: id, pipeline: pipeline.name, target: declared.profile.name)
            guard planned != nil || run != nil else { return nil }
            return AskedTask(id: id, pipeline: pipeline, document: document, planned: planned, lastRun: run)
        }
        guard let chosen = asked.first else {
            try project.requireNoErrors(found)
            throw unknown(plans.compactMap(\.document))
        }
        guard asked.count == 1 else {
            throw CannotStart("say which pipeline: \(asked.map(\.pipeline.name).joined(separator: ", "))")
        }
        try tellPast(chosen, store)
        guard let document = chosen.document else { return try project.requireNoErrors(found) }
        guard let planned = chosen.planned else { return output(view.saidLine("now: the pipeline has no such task")) }
        output(view.saidLine("now:") + now(document, planned, view))
    }

    /// Of a member, its mapped task.
    private var owner: String { TaskID(task).owner.rawValue }

    private func pipelines(_ project: LoadedProject) throws -> [Pipeline] {
        guard pipeline == nil, let all = project.reading.project?.pipelines, all.count > 1 else {
            return [try project.pipeline(named: pipeline)]
        }
        try project.refuseUnknownParameters()
        return all
    }

    /// As a plan is made that nobody is asked for but the project's folder.
    private func document(
        of pipeline: Pipeline,
        _ declared: Project,
        _ project: LoadedProject,
        _ found: inout Diagnostics
    ) throws -> PlanDocument? {
        let workplace = Workplace(project, declared.profile)
        let engine = workplace.engineIfThere
        let probe = PlanProbe.local(
            folder: project.folder,
            lake: workplace.lake,
            ledger: try workplace.ledger(pipeline)
        ) { engine.value }
        let inputs = PlanInputs(contact: .metadata, files: project.files, now: project.clock.now)
        let plan = makePlan(
            for: pipeline,
            of: declared,
            probe: probe,
            inputs: inputs,
            showsBlocked: true,
            found: &found
        )
        return plan.map { PlanDocument($0, .local($0, warehouse: WarehouseLook($0))) }
    }

    private func tellPast(_ asked: AskedTask, _ store: RunStore?) throws {
        guard let store, let run = asked.lastRun, let past = try PastTask(asked.id, in: run, of: store) else {
            return output(view.saidLine("no run has had this task yet"))
        }
        let dependencies = asked.planned?.dependsOn.map { TaskID($0) } ?? []  // of a task that is gone nobody knows them
        output(past.text(view.style, dependencies: dependencies))
        // A decision that another version wrote otherwise is not told.
        if let decision = past.task.decision.flatMap({ try? TaskDecision(json: $0) }) { output(decision.text(view)) }
        output("\n")
    }

    private func unknown(_ documents: [PlanDocument]) -> CannotStart {
        let names = documents.flatMap(\.tasks).map(\.id)
        let closest: Message? = closestName(to: task, among: names).map { "; did you mean '\($0)'?" }
        return CannotStart("the plan has no single task '\(task)'\(closest ?? "; 'esteira plan --all' lists them")")
    }

    private var view: PlanView {
        var view = PlanView(style: Presentation(color: color, isASCII: ascii).style(of: 1))
        view.language = .spoken
        return view
    }
}

/// A task in one pipeline, as planned now and as it was.
private struct AskedTask {
    var id: TaskID
    var pipeline: Pipeline
    /// `nil` where the pipeline cannot be planned.
    var document: PlanDocument?
    /// `nil` where the plan has it no more.
    var planned: PlanDocument.Task?
    var lastRun: RunRecord?
}

extension PlanView {
    fileprivate func saidLine(_ message: Message) -> String { language.text(message) + "\n" }
}
