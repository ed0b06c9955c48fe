import Algebra
import Expressions
import Kinds
import Quality

extension PlannedTask {
    /// How it does its work, in a word.
    func mode(_ reason: Plan.Reason, _ hold: Hold?) -> String {
        guard reason.runs else { return "reuse" }
        if let hold, hold.isOut { return "–" }
        switch work {
        case .wait: return "look"
        case .generate: return "csv"
        case .ingest: return "parquet"
        case .transform: return "rebuild"
        case .check(let work): return work.action.mode
        case .load(let work): return work.modeWord
        }
    }

    /// Files, datasets and tables.
    var reads: [String] {
        switch work {
        case .wait(let work): [work.subject]
        case .generate: []
        case .ingest(let work): [work.path]
        case .transform(let work): work.inputs.values.sorted()
        case .check(let work): [work.path] + Set(work.others.values.map(\.path)).subtracting([work.path]).sorted()
        case .load(let work): [work.path]
        }
    }

    var writes: [String] {
        switch work {
        case .wait: []
        case .generate(let work): [work.path]
        case .ingest(let work): [work.output.path]
        case .transform(let work): [work.output.path]
        case .check(let work): [work.report]
        case .load(let work): ["\(work.connection) \(work.table.joined(separator: "."))"]
        }
    }

    var columns: [PlanDocument.Column] {
        let row: RowType
        switch work {
        // Of files that are made there is no declared row.
        case .wait, .generate, .check: return []
        case .ingest(let work): row = work.row
        case .transform(let work): row = work.relation.row
        case .load(let work): row = work.row
        }
        return row.columns.map { .init(name: $0.name, type: "\($0.type)", nullable: $0.isNullable) }
    }
}

extension Hold {
    var told: PlanDocument.Hold {
        switch self {
        case .blocked(let words): .init(kind: .blocked, words: "blocked: \(words)")
        case .waiting(let words): .init(kind: .waiting, words: "waits \(words)")
        case .undecided(let words): .init(kind: .undecided, words: words)
        case .leftOut(let words): .init(kind: .leftOut, words: words)
        }
    }
}

extension PlanDocument.Task {
    /// What holds it up; else why it runs or does not.
    var whyWords: String { hold?.words ?? reasons.map(\.words).joined(separator: "; ") }
}

extension Plan.Reason {
    var told: PlanDocument.Reason {
        switch self {
        case .new: .init(kind: .new, words: words)
        case .definition: .init(kind: .definition, words: words)
        case .input(let name): .init(kind: .input, words: words, subject: name)
        case .clock: .init(kind: .clock, words: words)
        case .look: .init(kind: .look, words: words)
        case .missing: .init(kind: .missing, words: words)
        case .upToDate: .init(kind: .upToDate, words: words)
        }
    }

    func actions(of group: PlannedTask.Group, _ hold: Hold?) -> [PlanDocument.Action] {
        switch hold {
        case .blocked: [.block]
        case .waiting: [.wait]
        case .leftOut: [.skip]
        case .undecided, nil: actions(of: group)
        }
    }

    private func actions(of group: PlannedTask.Group) -> [PlanDocument.Action] {
        switch self {
        case .new: [.create]
        case .definition: group == .check || group == .load ? [.update] : [.delete, .create]
        case .input, .clock, .look, .missing: [.run]
        case .upToDate: [.reuse]
        }
    }

    package var words: String {
        switch self {
        case .new: "never completed"
        case .definition: "its definition changed"
        case .input(let name): "input changed: \(name)"
        case .clock: "reads run.started_at"
        case .look: "looks in each run"
        case .missing: "its output is gone"
        case .upToDate: "up to date"
        }
    }
}

extension OnFailure {
    fileprivate var mode: String {
        switch self {
        case .block: "blocking"
        case .quarantine: "quarantine"
        case .warn: "warning"
        }
    }
}
