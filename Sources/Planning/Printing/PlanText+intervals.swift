import Reporting

extension PlanText {
    /// What runs have done so far, in the order of time; nothing where only the plan's own interval is known.
    var intervalLines: [String] {
        guard let stretches = document.intervals, stretches.count > 1 else { return [] }
        let heading = view.say("Intervals")
        let indent = String(repeating: " ", count: heading.count + 2)
        let most = view.showsAll || view.isVerbose ? stretches.count : 4
        let left = stretches.count - most
        var lines = left > 0 ? [view.say("… \(left) earlier, --all")] : []
        lines += stretches.suffix(most).map { view.say("\($0.range) \($0.stateWords)") }
        return lines.enumerated().map { number, line in number == 0 ? "\(heading)  \(line)" : indent + line }
    }
}

extension PlanDocument.Stretch {
    fileprivate var range: String { first == last ? first : "\(first) … \(last) (\(count))" }

    fileprivate var stateWords: Message {
        switch state {
        case .done: "done"
        case .failed: "failed"
        case .interrupted: "interrupted"
        case .missing: "missing: no run"
        case .running: "running"
        case .planned: "this plan"
        }
    }
}
