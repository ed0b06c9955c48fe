import Algebra
import Kinds
import Quality

/// Reasons and row counts of tasks, from what earlier runs left.
struct Judgement {
    private(set) var reasons: [String: Plan.Reason] = [:]
    private(set) var counted: [PlannedTask] = []

    init(tasks: [PlannedTask], files: [String: [FileFact]], probe: PlanProbe) {
        // A run of no name: what reads the clock never equals what a real run completed.
        let fingerprints = taskFingerprints(of: tasks, files: files, run: "")
        var rows: [String: RowCount] = [:]
        for task in tasks {
            reasons[task.id] = runReason(
                for: task, fingerprint: fingerprints[task.id], files[task.id, default: []], probe)
            var counted = task
            let before = task.countedInputs.compactMap { rows[$0] }
            counted.rowsIn = task.rowsIn == .unknown && !before.isEmpty ? totalRows(before) : task.rowsIn
            counted.rowsOut = rowsOut(of: counted, probe)
            rows[task.id] = counted.rowsOut
            self.counted.append(counted)
        }
        forgetIdleSensors()
    }

    /// Where all that waits for it is done, nobody looks.
    private mutating func forgetIdleSensors() {
        for task in counted where reasons[task.id] == .look {
            let waiting = counted.filter { $0.dependsOn.contains(task.id) }
            if !waiting.isEmpty, waiting.allSatisfy({ reasons[$0.id] == .upToDate }) { reasons[task.id] = .upToDate }
        }
    }

    private func runReason(
        for task: PlannedTask, fingerprint: String?, _ files: [FileFact], _ probe: PlanProbe
    ) -> Plan.Reason {
        if case .wait = task.work { return .look }
        guard let last = probe.ledger[task.id] else { return .new }
        if task.readsClock { return .clock }
        if last.fingerprint == fingerprint { return outputIsThere(task, probe) ? .upToDate : .missing }
        if let definition = last.definition, definition != task.definitionFingerprint { return .definition }
        let changed = task.dependsOn.first { reasons[$0] != .upToDate && reasons[$0] != .look }
        return .input(changed ?? files.first?.path ?? task.title)
    }

    private func outputIsThere(_ task: PlannedTask, _ probe: PlanProbe) -> Bool {
        switch task.work {
        case .wait: true  // looked for in every run
        case .generate(let work): !probe.files(work.path).isEmpty
        case .ingest(let work): probe.isPublished(work.output.path)
        case .transform(let work): probe.isPublished(work.output.path)
        case .check(let work): probe.isPublished(work.path)
        case .load: true  // the warehouse's own ledger decides when the task runs
        }
    }

    private func totalRows(_ counts: [RowCount]) -> RowCount {
        counts.reduce(.exact(0)) { sum, count in
            switch (sum, count) {
            case (.exact(let a), .exact(let b)): .exact(a + b)
            case (.exact(let a), .estimated(let b)), (.estimated(let a), .exact(let b)),
                (.estimated(let a), .estimated(let b)):
                .estimated(a + b)
            case (.unknown, _), (_, .unknown): .unknown
            }
        }
    }

    private func rowsOut(of task: PlannedTask, _ probe: PlanProbe) -> RowCount {
        if case .exact = task.rowsOut { return task.rowsOut }
        switch task.work {
        case .check(let work) where work.action == .quarantine: break
        case .check, .load: return task.rowsIn
        case .wait, .generate, .ingest, .transform: break
        }
        if let last = probe.ledger[task.id]?.rowsOut {
            // What is there now was counted when it was made.
            return reasons[task.id] == .upToDate ? .exact(last) : .estimated(last)
        }
        if case .transform(let work) = task.work, work.relation.keepsEveryRow { return task.rowsIn }
        return .unknown
    }
}

extension Relation {
    /// Whether the result has exactly the rows of its one input.
    fileprivate var keepsEveryRow: Bool {
        switch self {
        case .dataset: true
        case .project(_, let input), .sort(_, let input), .window(_, _, _, let input): input.keepsEveryRow
        case .filter, .distinct, .first, .join, .aggregate, .union, .limit, .query: false
        }
    }
}
