package import DuckDBEngine
package import Execution
import Expressions
package import Kinds
package import LakeStorage
package import Planning
import Warehouse

/// Performs the tasks of a plan on real parts: files, DuckDB, the lake, the warehouse.
package struct TaskRunner: Sendable {
    let plan: Plan
    let folder: ProjectFolder
    let lake: FolderLake
    let engine: DuckDB
    let run: RunID
    /// Of a saved plan: what it does to each table. A task then fails whose table needs something else, or whose files are
    /// not those that the plan was made with. Nil: whatever is there is taken.
    let agreed: WarehouseLook?
    /// Of each task, for this run.
    let fingerprints: [String: String]
    let tasks: [TaskID: PlannedTask]
    /// Why tasks are to run, by task, as the run keeps it.
    private let decisions: [String: String]
    /// Those that went on without an input, as far as they have started.
    let incomplete = StartedTasks()

    package init(
        plan: Plan, folder: ProjectFolder, lake: FolderLake, engine: DuckDB, run: RunID, agreed: WarehouseLook? = nil
    ) {
        self.plan = plan
        self.folder = folder
        self.lake = lake
        self.engine = engine
        self.run = run
        self.agreed = agreed
        fingerprints = taskFingerprints(of: plan.tasks, files: plan.files, run: run.rawValue)
        tasks = Dictionary(uniqueKeysWithValues: plan.tasks.map { (TaskID($0.id), $0) })
        decisions = plan.decisions.compactMapValues { try? $0.json }  // a run does not fail for what it would tell later
    }

    /// What the scheduler needs to know.
    package var facts: [TaskFacts] {
        plan.tasks.map { task in
            var facts = TaskFacts(
                id: TaskID(task.id), group: task.group.rawValue, title: task.title, tags: Set(plan.pipeline.tags),
                dependsOn: task.dependsOn.map { TaskID($0) }, fingerprint: fingerprints[task.id],
                fingerprintNote: DefinitionOutline.note(of: task), retry: task.policy.retry,
                timeout: task.policy.timeout,
                weight: task.weight)
            facts.decision = decisions[task.id]
            facts.pools = task.policy.pools
            facts.deadline = task.policy.deadline
            facts.failedInputs = Dictionary(
                task.inputFailures.map { (TaskID($0), FailedInput($1)) }, uniquingKeysWith: { $1 })
            switch task.work {
            case .wait(let work): facts.sensor = SensorPolicy(work)
            case .ingest(let work): facts.mapping = work.mapping.map { MappingPolicy($0) }
            case .generate, .transform, .check, .load: break
            }
            return facts
        }
    }

    package func perform(_ facts: TaskFacts, _ context: TaskContext) async throws -> TaskReport {
        guard let task = tasks[facts.member?.of ?? facts.id] else {
            throw TaskFailure("the plan has no task '\(facts.id)'", code: "unexpected")
        }
        if let condition = task.leftOut { return .nothingToDo("'\(condition)' does not hold") }
        do {
            let report =
                switch task.work {
                case .wait(let work): try await look(work)
                case .generate(let work): try await generate(work)
                case .ingest(let work) where work.mapping != nil: try await ingestMapped(work, facts, context)
                case .ingest(let work): try await ingest(work, context)
                case .transform(let work): try await transform(work, context)
                case .check(let work): try await check(work, context)
                case .load(let work): try await load(work, task, context)
                }
            try report.requireRowLaw()
            return report
        } catch {
            throw TaskFailure(error, in: task)
        }
    }
}

extension PlannedTask {
    /// Rows are the best guess at cost; loading costs several times what other work on the same rows does.
    fileprivate var weight: Int {
        let rows =
            switch rowsOut == .unknown ? rowsIn : rowsOut {
            case .exact(let count), .estimated(let count): count
            case .unknown: 1000
            }
        return max(1, rows / 1000) * (group == .load ? 4 : 1)
    }
}

extension TaskPolicy {
    fileprivate var retry: RetryPolicy {
        RetryPolicy(
            attempts: attempts, delay: delay, backoff: isExponential ? .exponential : .constant, maxDelay: maxDelay)
    }
}

extension TaskRunner {
    /// The loads of the plan, as declared.
    package var loads: [LoadWork] {
        plan.tasks.compactMap { task in
            if case .load(let work) = task.work { work } else { nil }
        }
    }
}
