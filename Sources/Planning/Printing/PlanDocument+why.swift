import Reporting

extension PlanDocument {
    /// The chain of reasons of a task, down to what decides.
    package func why(_ task: Task, _ view: PlanView) -> String {
        let task = task.told(in: view)
        return chain(
            task,
            view.say(task.runs ? "\(task.id) runs: \(task.whyWords)" : "\(task.id) does not run: \(task.whyWords)"),
            view)
    }

    /// Why a task does not run; where it does, that.
    package func whyNot(_ task: Task, _ view: PlanView) -> String {
        guard task.actions == [.reuse] else { return why(task, view) }
        let last = view.say("  'esteira run --force --select \(task.id)' runs it all the same")
        return chain(task.told(in: view), view.say("\(task.id) does not run: all of this holds"), view)
            + view.marked(last) + "\n"
    }

    private func chain(_ task: Task, _ first: String, _ view: PlanView) -> String {
        let first = view.style.painted(view.marked(first), .bold)
        return ([first] + view.lines(of: task.why, isChain: task.runs)).joined(separator: "\n") + "\n"
    }

    /// By id or by title; nil where none or several have it.
    package func task(named name: String) -> Task? {
        if let task = tasks.first(where: { $0.id == name }) { return task }
        let titled = tasks.filter { $0.title == name || $0.id.split(separator: ".").last.map(String.init) == name }
        return titled.count == 1 ? titled[0] : nil
    }
}

extension PlanView {
    /// - Parameter isChain: whether each step follows from the next; else they stand side by side.
    func lines(of steps: [PlanDocument.Step], isChain: Bool) -> [String] {
        var table = FittedColumns([.left, .left, .left, .left], steps: [.drop(1), .shorten(3)])
        for (depth, step) in steps.enumerated() {
            let indent = String(repeating: "  ", count: isChain ? min(depth, 12) : 0)
            table.add(
                ["  \(indent)\(step.subject)", say(step.ground.words), step.fact].map(marked),
                place: step.source.map { marked($0.text) })
        }
        return table.lines(width: style.width)
    }
}

extension PlanDocument.Step.Ground {
    fileprivate var words: Message {
        switch self {
        case .task: "task"
        case .file: "file"
        case .ledger: "ledger"
        case .parameter: "parameter"
        case .clock: "clock"
        case .lake: "lake"
        case .hold: "hold"
        }
    }
}
