import Reporting

extension PlanText {
    /// What is around the tables that loads change; nothing where no connection was asked.
    var impactLines: [String] {
        guard let impacts = document.impacts, !impacts.isEmpty else { return [] }
        var table = FittedColumns([.left, .right, .right, .right, .right], steps: [.shorten(0)])
        table.add(["Sink impact", "rows now", "inserted", "updated", "deleted"])
        for impact in impacts {
            let now = impact.existing?.text ?? "no table"
            table.add(
                [
                    "  \(impact.connection) \(impact.table)", now, impact.inserted.text, impact.updated.text,
                    impact.deleted.text,
                ]
                .map(view.marked)
            )
            for line in details(of: impact) { table.add(line: view.marked("        \(line)")) }
        }
        var lines = table.lines(width: width)
        lines[0] = bold(lines[0])
        return lines
    }

    private func details(of impact: PlanDocument.Impact) -> [String] {
        var lines: [String] = []
        if let after = impact.updated.knownAfter {
            lines.append("what is inserted and what updated is known after \(after)")
        }
        if view.isVerbose || view.showsAll {
            lines += impact.dependents.map { "\($0.kind.words) \($0.name): \($0.fate)" }
            lines += impact.locks.map { "lock \($0.mode) by \($0.statement): \($0.words)" }
            return lines
        }
        // Of the same kind and fate they are told together.
        var order: [String] = []
        var names: [String: [String]] = [:]
        for dependent in impact.dependents {
            let key = "\(dependent.kind.words): \(dependent.fate)"
            if names[key] == nil { order.append(key) }
            names[key, default: []].append(dependent.name)
        }
        lines += order.map { key in
            let found = names[key] ?? []
            let kind = key.prefix { $0 != ":" }
            let shown =
                found.prefix(2).joined(separator: ", ") + (found.count > 2 ? " and \(found.count - 2) more" : "")
            return "\(kind) \(shown)\(key.dropFirst(kind.count))"
        }
        let strongest = TableStatement.lockOrder.last { mode in impact.locks.contains { $0.mode == mode } }
        if let lock = impact.locks.first(where: { $0.mode == strongest }) {
            lines.append("lock \(lock.mode) by \(lock.statement): \(lock.words)")
        }
        return lines
    }
}

extension PlanDocument.Dependent.Kind {
    var words: String { self == .foreignKey ? "foreign key" : rawValue }
}
