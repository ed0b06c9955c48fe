package import DuckDBEngine
import Engines
import Execution
import Expressions
import Foundation
package import Kinds
import LakeStorage
package import Planning
import Quality
import Reporting

/// Runs a plan's tasks on rows that are invented for it, in a folder and an engine of its own that are gone afterwards.
/// Reads none of the project's files, opens none of its connections; the engine can reach that folder alone.
///
/// The same plan and rows give the same simulation: one thread, fixed seeds, and a run that starts when the plan's day
/// has ended.
package func simulate(_ plan: Plan, of project: Project, rows: Int, library: DuckDBLibrary) async throws -> Simulation {
    let place = try SimulatedPlace(library: library, memory: plan.profile.engine.memory)
    defer { place.remove() }
    return await SimulatedRun(plan, of: project, rows: rows, in: place).simulation()
}

/// The tasks of a plan, done one after another in a simulated place.
private struct SimulatedRun {
    let plan: Plan
    let rows: Int
    let place: SimulatedPlace
    let sources: SimulatedSources
    let runner: TaskRunner
    let startedAt: Date

    private static let run = RunID("simulation")

    init(_ plan: Plan, of project: Project, rows: Int, in place: SimulatedPlace) {
        let days = plan.pipeline.params.compactMap { parameter -> Int32? in
            if case .date(let day) = parameter.value { day } else { nil }
        }
        let today = plan.inputs.now.map { Int32($0 / 86_400_000_000) }
        let day = days.max() ?? today ?? 20_000
        sources = SimulatedSources(plan, of: project, rows: rows, day: day)
        self.plan = sources.relocated(plan)
        self.rows = rows
        self.place = place
        runner = TaskRunner(
            plan: self.plan,
            folder: ProjectFolder(path: place.folder),
            lake: place.lake,
            engine: place.engine,
            run: Self.run
        )
        startedAt = Date(timeIntervalSince1970: Double(max(day, today ?? day) + 1) * 86_400)
    }

    func simulation() async -> Simulation {
        var done: [String: Simulation.Task] = [:]
        let first = plan.tasks.filter { $0.group == .generate }.map(\.id) + sources.order
        for id in first + plan.tasks.map(\.id) where done[id] == nil {
            guard let task = plan[id] else { continue }
            let missing = task.dependsOn.first { [.failed, .unreached].contains(done[$0]?.outcome) }
            if let missing {
                done[id] = Simulation.Task(id: id, outcome: .unreached, problem: "needs \(missing)")
            } else {
                done[id] = await outcome(of: task)
            }
        }
        return Simulation(rows: rows, tasks: plan.tasks.compactMap { done[$0.id] })
    }

    private func outcome(of task: PlannedTask) async -> Simulation.Task {
        do {
            return switch task.work {
            case .ingest(let work): try await ingest(work, task)
            case .transform(let work): try await transform(work, task)
            case .check(let work): try await check(work, task)
            // What it waits for is taken to be there.
            case .wait: Simulation.Task(task, TaskReport())
            case .generate, .load: Simulation.Task(task, try await report(of: task))
            }
        } catch {
            let failure = TaskFailure(error, in: task)
            let words = failure.message + failure.hint.led(by: "; ")
            let shown = words.replacing(place.folder + "/", with: "")
            return Simulation.Task(id: task.id, outcome: .failed, problem: shown)
        }
    }

    private func report(of task: PlannedTask) async throws -> TaskReport {
        guard let facts = runner.facts.first(where: { $0.id == TaskID(task.id) }) else {
            throw TaskFailure("the plan has no task '\(task.id)'", code: "unexpected")
        }
        return try await runner.perform(facts, context(of: task))
    }

    private func context(of task: PlannedTask) -> TaskContext {
        TaskContext(
            run: Self.run,
            task: TaskID(task.id),
            attempt: 1,
            startedAt: startedAt,
            log: { _, _, _ in },
            progress: { _ in }
        )
    }

    // MARK: Tasks of which more is told than a run reports

    private func ingest(_ work: IngestWork, _ task: PlannedTask) async throws -> Simulation.Task {
        let session = try place.engine.session()
        let (sources, lake) = (sources, place.lake)
        let path = runner.folder.absolute(work.path)
        try await onOwnThread(named: "simulate", cancel: session.interrupt) {
            try sources.draw(task.id, to: path, session: session) { dataset in
                try lake.staged(dataset, run: Self.run.rawValue) ?? lake.published(dataset)?.location
            }
        }
        var told: Simulation.Task
        do {
            told = Simulation.Task(task, try await report(of: task))
        } catch {
            told = Simulation.Task(id: task.id, outcome: .failed)
            told.problem = TaskFailure(error, in: task).message.replacing(place.folder + "/", with: "")
        }
        told.drawnFrom = sources.origin(of: task.id)
        let kept = try lake.published(work.quarantinePath)?.location
        let staged = try lake.staged(work.quarantinePath, run: Self.run.rawValue)
        if let file = kept ?? staged { told.rejects = try rejects(in: file, session) }
        return told
    }

    private func rejects(in file: String, _ session: DuckDBSession) throws -> [Simulation.Reject] {
        let rows = try session.rows(
            """
            SELECT coalesce(column_name || ': not a value of its type', error_message) AS reason, count(*) \
            FROM read_csv(\(literal: file), header = true, all_varchar = true) GROUP BY ALL ORDER BY 2 DESC, 1
            """
        )
        return rows.map { row in
            let count = if case .integer(let count) = row[1] { Int(count) } else { 0 }
            return Simulation.Reject(reason: row[0].text, rows: count)
        }
    }

    private func transform(_ work: TransformWork, _ task: PlannedTask) async throws -> Simulation.Task {
        var told = Simulation.Task(task, try await report(of: task))
        let lowering = try runner.lowering(for: work, startedAt: startedAt)
        let session = try place.engine.session()
        told.joins = try await onOwnThread(named: "simulate", cancel: session.interrupt) {
            try work.relation.joins.map { try Simulation.Join($0, lowering, session) }
        }
        return told
    }

    private func check(_ work: CheckWork, _ task: PlannedTask) async throws -> Simulation.Task {
        let lake = place.lake
        let staged = try lake.staged(work.path, run: Self.run.rawValue)
        guard let file = try staged ?? lake.published(work.path)?.location else {
            throw TaskFailure("there is no '\(work.path)'", code: Rule.datasetNotPublished.code)
        }
        let (session, runner) = (try place.engine.session(), runner)
        let kept = try lake.stage(work.keptPath, run: Self.run.rawValue)
        let aside = try lake.stage(work.quarantinePath, run: Self.run.rawValue)
        let (result, rows, split) = try await onOwnThread(named: "simulate", cancel: session.interrupt) {
            let result = try runner.validated(work, over: file, session)
            let rows = try session.countRows(inParquet: file)
            guard case .setAside = result.decision(onFailure: work.action) else {
                return (result, rows, RowsSetAside?.none)
            }
            return (result, rows, try work.split(file, by: result, kept: kept, setAside: aside, session: session))
        }
        if split != nil { try lake.completeStaged(kept, as: lake.stage(work.path, run: Self.run.rawValue)) }
        // What a run would keep back goes on here, so that more can be told.
        if staged != nil || split != nil { try lake.publish(work.path, run: Self.run.rawValue) }
        let isBlocked = work.isBlocked(result, split)
        var told = Simulation.Task(id: task.id, outcome: isBlocked ? .blocked : .done)
        (told.rowsIn, told.rowsOut) = (rows, isBlocked ? nil : split?.kept ?? rows)
        told.expectations = result.outcomes.count
        told.unmet = result.failures.map(Simulation.Unmet.init)
        return told
    }
}

extension CheckWork {
    fileprivate func isBlocked(_ result: ValidationResult, _ split: RowsSetAside?) -> Bool {
        if let split, let limit, split.share > limit { return true }
        return if case .block = result.decision(onFailure: action) { true } else { false }
    }
}

extension Simulation.Task {
    fileprivate init(_ task: PlannedTask, _ report: TaskReport) {
        self.init(id: task.id, outcome: report.nothingToDo == nil ? .done : .unreached, problem: report.nothingToDo)
        rowsIn = report.rowsIn
        rowsOut = report.rowsOut
        filtered = report.filtered
        deduplicated = report.deduplicated
    }
}

extension Simulation.Unmet {
    fileprivate init(_ failure: FailureFacts) {
        self.init(
            words: "\(failure.sentence): \(failure.observed)",
            importance: failure.importance.rawValue,
            samples: Array(failure.samples.prefix(3)),
            source: .init(failure.span)
        )
    }
}
