import Reporting

extension PlanText {
    /// How the engine would do the transforms; nothing where it was not asked.
    var engineLines: [String] {
        guard let plans = document.enginePlans, !plans.isEmpty else { return [] }
        let heading = bold(view.say("Engine plans"))
        let title = "\(heading)   \(view.say("explained and not executed; from the last operator to the first"))"
        guard folding < .counts else {
            return [title, view.say("  \(plans.count) transforms, --all")]
        }
        var table = FittedColumns([.left, .right, .left, .left], steps: [.shorten(3), .drop(3), .drop(2)])
        for plan in plans {
            table.add(["  \(plan.task)", plan.rows.text, "", ""].map(view.marked))
            for line in operatorRows(plan.operators) { table.add(line.map(view.marked)) }
        }
        return [title] + table.lines(width: width)
    }

    /// One row an operator; where there is little room, none.
    private func operatorRows(_ operators: [PlanDocument.Operator]) -> [[String]] {
        guard folding < .notable else { return [] }
        let most = view.showsAll || view.isVerbose ? operators.count : 4
        let lines = operators.prefix(most).map { step in
            let indent = String(repeating: " ", count: 4 + 2 * min(step.depth, 8))
            let cells = ["\(indent)\(step.name)", step.rows.text, step.detail.cut(to: view.isVerbose ? 400 : 60)]
            return cells + [step.source?.text].compactMap(\.self)  // what nobody wrote has no place
        }
        guard operators.count > most else { return lines }
        return lines + [[view.say("    … \(operators.count - most) more, --all"), "", "", ""]]
    }
}

extension PlanDocument.EnginePlan {
    /// What comes out at the end.
    var rows: PlanDocument.Quantity { operators.first { $0.rows.value != nil }?.rows ?? .unknown(after: task) }
}
