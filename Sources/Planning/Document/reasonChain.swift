import Configuration
import Expressions
import Kinds

extension Plan {
    /// The way from a task to the file and line, ledger row, parameter or clock that decides whether it runs.
    func reasonChain(of task: PlannedTask, _ byID: [String: PlannedTask]) -> [PlanDocument.Step] {
        let place = PlanDocument.Source(task.span)
        let completed = ledger[task.id]?.run.map { "run \($0)" } ?? "the last run"
        func step(_ ground: PlanDocument.Step.Ground, _ fact: String) -> PlanDocument.Step {
            .init(subject: task.id, ground: ground, fact: fact, source: place)
        }
        if let hold = holds[task.id] {
            let held = step(.hold, hold.told.words)
            let cause = task.dependsOn.first { holds[$0]?.isWaiting == false }
            return [held] + (cause.flatMap { byID[$0] }.map { reasonChain(of: $0, byID) } ?? parameterSteps)
        }
        switch reasons[task.id] ?? .new {
        case .new:
            let (name, profile, layout) = (pipeline.name, profile.name, pipeline.layout.string)
            return [step(.ledger, "no run has completed it for pipeline '\(name)', profile '\(profile)', \(layout)")]
                + parameterSteps
        case .definition:
            let now = task.definitionFingerprint.prefix(8)
            guard let then = ledger[task.id]?.definition?.prefix(8) else {
                return [step(.file, "what it does is not what \(completed) did")]
            }
            return [step(.file, "what it does is not what \(completed) did (\(then) then, \(now) now)")]
        case .input(let name):
            guard let cause = byID[name] else {
                return [step(.file, "'\(name)' is not as it was in \(completed): path, size or time of change")]
            }
            let runs = reasons[name] ?? .new
            guard runs.runs else { return [step(.ledger, "'\(name)' was made anew after \(completed)")] }
            return [step(.task, "it reads what '\(name)' makes, which runs")] + reasonChain(of: cause, byID)
        case .look: return [step(.clock, "it looks for what is outside, in each run")]
        case .clock: return [step(.clock, "it reads run.started_at, which is new in each run")]
        case .missing:
            return [
                step(.lake, "\(completed) completed it, and '\(task.writes.first ?? task.title)' is no longer there")
            ]
        case .upToDate: return upToDateSteps(of: task, completed)
        }
    }

    private func upToDateSteps(of task: PlannedTask, _ completed: String) -> [PlanDocument.Step] {
        var steps = [
            PlanDocument.Step(
                subject: task.id, ground: .ledger,
                fact: "\(completed) completed it with this definition (\(task.definitionFingerprint.prefix(8)))",
                source: .init(task.span))
        ]
        if !task.dependsOn.isEmpty {
            steps.append(
                .init(
                    subject: task.id, ground: .task,
                    fact: "what it reads is as it was: \(task.dependsOn.joined(separator: ", "))"))
        }
        for file in files[task.id, default: []] {
            steps.append(
                .init(
                    subject: task.id, ground: .file, fact: "'\(file.path)' is as it was: path, size and time of change")
            )
        }
        let isTable = task.group == .load
        steps.append(
            .init(
                subject: task.id, ground: isTable ? .ledger : .lake,
                fact: isTable
                    ? "the warehouse's own ledger is asked again when it runs"
                    : "'\(task.writes.first ?? task.title)' is there"))
        return steps
    }

    private func fact(of parameter: Parameter) -> String {
        switch parameter.origin {
        case .default: "\(parameter.name)=\(parameter.value.text), its default"
        case .profile: "\(parameter.name)=\(parameter.value.text), of profile '\(profile.name)'"
        case .given: "\(parameter.name)=\(parameter.value.text), given on the command line"
        }
    }

    private var parameterSteps: [PlanDocument.Step] {
        pipeline.params.map { parameter in
            .init(
                subject: parameter.name, ground: .parameter, fact: fact(of: parameter), source: .init(parameter.source))
        }
    }
}

extension Hold {
    fileprivate var isWaiting: Bool {
        if case .waiting = self { true } else { false }
    }
}
