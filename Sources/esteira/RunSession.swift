import Configuration
import DuckDBEngine
import Engines
import Execution
import Expressions
import Foundation
import Kinds
import LakeStorage
import Monitoring
import Notifying
import Planning
import Reporting
import Runners

/// One start of a run: the plan, the parts it runs on, and what the person sees.
struct RunSession {
    private let project: LoadedProject
    private let workplace: Workplace
    private let pipeline: Pipeline
    private let store: RunStore
    private let runner: TaskRunner
    private let engine: DuckDB
    private let run: RunID
    private let resume: RunOptions.Resume?
    private let presentation: Presentation
    private let pools: [String: Int]
    private let notifier: Notifier
    private let pruning: RunPruning
    /// Of a saved plan.
    private let fence: RunFence?
    /// Where loads into one file wait for each other; nil where no other run of this process has any.
    private let loads: LoadGate?

    /// - Parameters:
    ///   - others: what runs of this process share.
    ///   - name: of the run, which goes on if it has begun.
    init(
        project: LoadedProject,
        declared: Project,
        pipeline: Pipeline,
        resume: String?,
        presentation: Presentation,
        saved: SavedPlan? = nil,
        among others: RunParts? = nil,
        named name: RunID? = nil
    ) throws {
        self.project = project
        self.pipeline = pipeline
        self.presentation = presentation
        pools = declared.pools
        notifier = Notifier(
            pipeline.hooks,
            webhooks: declared.profile.webhooks.mapValues(\.string),
            folder: project.folder.path,
            warn: { report("warning: \($0)") }
        )
        workplace = Workplace(project, declared.profile)
        pruning = RunPruning(workplace, keeping: declared.runsKept)
        let engine = try others?.engine ?? Self.engine(of: workplace)
        self.engine = engine
        store = try others?.store ?? workplace.store()
        loads = others?.loads
        // Before the ledger is read, so that no run in between goes unseen.
        fence = try saved.map { [store] _ in
            try RunFence(store, pipeline: pipeline.name, target: declared.profile.name)
        }
        let probe = PlanProbe.local(
            folder: project.folder,
            lake: workplace.lake,
            ledger: try workplace.ledger(pipeline),
            engine: { engine }
        )
        var found = project.found(concerning: pipeline)
        let inputs = saved == nil ? PlanInputs() : PlanInputs(contact: .metadata, files: project.files)
        guard let plan = makePlan(for: pipeline, of: declared, probe: probe, inputs: inputs, found: &found) else {
            try project.requireNoErrors(found)
            throw CannotStart("the pipeline cannot be planned")
        }
        let agreed = try saved?.requireSame(plan, project, engine: engine)
        (run, self.resume) =
            if let name {
                (name, try store.run(name).map { .run($0.id) })
            } else {
                try Self.runID(resume, pipeline, declared.profile, store)
            }
        runner = TaskRunner(
            plan: plan,
            folder: project.folder,
            lake: workplace.lake,
            engine: engine,
            run: run,
            agreed: agreed
        )
    }

    static func engine(of workplace: Workplace) throws -> DuckDB {
        do {
            return try workplace.engine()
        } catch {
            throw CannotStart("\(error)")
        }
    }

    private static func runID(
        _ resume: String?,
        _ pipeline: Pipeline,
        _ profile: Profile,
        _ store: RunStore
    ) throws -> (RunID, RunOptions.Resume?) {
        switch resume {
        case nil:
            var generator = SystemRandomNumberGenerator()
            return (RunID(startedAt: Date(), using: &generator), nil)
        case "last":
            guard let last = try store.latestRun(pipeline: pipeline.name, target: profile.name) else {
                throw CannotStart(
                    "'\(pipeline.name)' has not run with profile '\(profile.name)' yet; leave out '--resume'"
                )
            }
            return (last.id, .run(last.id))
        case let id?:
            return (RunID(id), .run(RunID(id)))
        }
    }

    func run(selection: Selection, force: Bool, width: Int, arguments: [String: String]) async throws -> RunOutcome {
        let facts = try selected(selection)
        let options = options(facts, force: force, width: width, arguments: arguments)
        let console = ConsoleProgress(presentation.style(of: 2))
        let logs = TaskLogs(folder: URL(filePath: workplace.stateFolder).appending(path: "logs"))
        let work = try work(facts, options, [console.sink, logs.sink])
        do {
            let gauge = UsageGauge(engine)
            let outcome = try await interruptible {
                try await gauge.watching { try await console.drawing(while: work) }
            }
            await finish(outcome, logs, gauge.usage)
            return outcome
        } catch let refusal as RunRefusal {
            report(Language.spoken.text("error: \(refusal.message)"))
            report("  " + Language.spoken.text("help: \(refusal.hint)"))
            throw ToldAlready(exitCode: refusal.exitCode)
        }
    }

    /// Runs everything for one interval among others: nothing is drawn, and signals are the caller's to hear.
    func runInterval(width: Int, arguments: [String: String]) async throws -> RunOutcome {
        let logs = TaskLogs(folder: URL(filePath: workplace.stateFolder).appending(path: "logs"))
        let facts = runner.facts
        let options = options(facts, force: false, width: width, arguments: arguments)
        let outcome = try await work(facts, options, [logs.sink])()
        if let problem = logs.problem { report("warning: \(problem)") }
        await tidy(after: outcome)
        return outcome
    }

    private func options(
        _ facts: [TaskFacts],
        force: Bool,
        width: Int,
        arguments: [String: String]
    ) -> RunOptions {
        var options = RunOptions(
            pipeline: pipeline.name,
            target: workplace.profile.name,
            scope: workplace.scope(of: pipeline),
            width: width,
            resume: resume,
            force: force ? .tasks(Set(facts.map(\.id))) : .nothing,
            redaction: Redaction(project.secrets),
            arguments: arguments,
            newRun: resume == nil ? run : nil
        )
        options.pools = pools
        options.parameters = Dictionary(
            pipeline.params.map { ($0.name, $0.value.text) }, uniquingKeysWith: { $1 })
        options.deadline = pipeline.deadline
        options.interval = pipeline.interval.map { RunInterval($0) }
        options.isWhole = facts.count == runner.facts.count
        return options
    }

    /// Everything that a start does, on the parts of this session.
    private func work(
        _ facts: [TaskFacts],
        _ options: RunOptions,
        _ sinks: [EventSink]
    ) throws -> @Sendable () async throws -> RunOutcome {
        let completed = try store.ledger(scope: options.scope).mapValues(\.fingerprint)
        let (store, runner, fence, loads, notifier) = (store, runner, fence, loads, notifier)
        return {
            try await notifier.following { listener in
                try await Execution.run(
                    facts,
                    options: options,
                    store: store,
                    isStillThere: { runner.isStillThere($0, completed: completed) },
                    fingerprint: runner.currentFingerprint,
                    events: sinks + [listener],
                    body: { task, context in
                        try fence?.check(context.run)
                        guard let loads, let file = runner.loadedFile(of: task.id) else {
                            return try await runner.perform(task, context)
                        }
                        return try await loads.waiting(for: file) { try await runner.perform(task, context) }
                    }
                )
            }
        }
    }

    /// The chosen tasks; what they need and was not chosen is taken as it is.
    private func selected(_ selection: Selection) throws -> [TaskFacts] {
        let facts = runner.facts
        let chosen: Set<TaskID>
        do {
            chosen = try selection.tasks(in: TaskGraph(facts))
        } catch let error as SelectionError {
            throw CannotStart("\(error)")
        }
        return facts.filter { chosen.contains($0.id) }.map { task in
            var task = task
            task.dependsOn.removeAll { !chosen.contains($0) }
            return task
        }
    }

    private func finish(_ outcome: RunOutcome, _ logs: TaskLogs, _ usage: RunUsage) async {
        let style = presentation.style(of: 1)
        output(
            outcome.summary(
                style,
                logPath: { logs.path(of: $0, in: outcome.run).path(percentEncoded: false) },
                hints: hints(outcome)
            )
        )
        if let problem = logs.problem { report("warning: \(problem)") }
        do { try await store.record(usage, of: outcome.run) } catch { report("warning: \(error)") }
        await tidy(after: outcome)
    }

    private func tidy(after outcome: RunOutcome) async {
        // What a failed run staged is what --resume goes on from.
        guard outcome.exitCode == .success else { return }
        do {
            try discardStaged()
            try await pruning.perform(pruning.found(in: store), in: store)
        } catch {
            report("warning: \(error)")
        }
    }

    /// What this run and earlier ones of the same place staged: a later success leaves nothing in it to go on from.
    private func discardStaged() throws {
        let staged = try workplace.lake.stagedRuns()
        guard !staged.isEmpty else { return }
        let scope = workplace.scope(of: pipeline)
        let ended = try store.runs(pipeline: pipeline.name, limit: .max)
            .filter { $0.scope == scope && $0.state != .running }
        for run in ended where staged.contains(run.id.rawValue) { try workplace.lake.discard(run: run.id.rawValue) }
    }

    private func hints(_ outcome: RunOutcome) -> [String] {
        guard outcome.exitCode == .success else {
            let words = pipeline.name + project.options.words
            return ["Go on after the cause is gone:  esteira run \(words) --resume \(run)"]
        }
        var lines = ["Where to look"]
        let loads = runner.loads
        if let first = loads.first { lines.append("  esteira show \(first.dataset)   rows and a profile of a dataset") }
        if !loads.isEmpty {
            lines.append("  tables     \(loads.map { $0.table.joined(separator: ".") }.joined(separator: ", "))")
        }
        lines.append("  lake       \(workplace.lake.root)")
        lines.append("  logs       \(workplace.stateFolder)/logs/\(run)")
        return lines
    }
}

/// The person has been told; only the exit code is left.
struct ToldAlready: Error {
    let exitCode: Execution.ExitCode
}
