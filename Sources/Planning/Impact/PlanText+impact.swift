import Reporting

extension PlanText {
    /// What is around the tables that loads change; nothing where no connection was asked.
    var impactLines: [String] {
        guard let impacts = document.impacts, !impacts.isEmpty else { return [] }
        var table = FittedColumns([.left, .right, .right, .right, .right], steps: [.shorten(0)])
        table.add((["Sink impact", "rows now", "inserted", "updated", "deleted"] as [Message]).map(view.say))
        for group in byConnection(impacts) {
            table.add(impactRow(group).map(view.marked))
            let names =
                group.count > 1 ? wrapped(group.map(\.table), indent: "        ", width: min(width, 200), view) : []
            for line in names + surroundings(of: group).map({ "        \($0)" }) { table.add(line: view.marked(line)) }
        }
        var lines = table.lines(width: width)
        lines[0] = bold(lines[0])
        return lines
    }

    /// Tables of a connection are told together where there is no room for each.
    private func byConnection(_ impacts: [PlanDocument.Impact]) -> [[PlanDocument.Impact]] {
        guard folding == .counts else { return impacts.map { [$0] } }
        return impacts.grouped(by: \.connection)
    }

    private func impactRow(_ group: [PlanDocument.Impact]) -> [String] {
        func sum(_ rows: (PlanDocument.Impact) -> PlanDocument.Quantity) -> String {
            group.map(rows).reduce(.exact(0), +).text
        }
        let first = group[0]
        let isAlone = group.count == 1
        let name: String = isAlone ? first.table : view.say("\(group.count) tables")
        let now = isAlone && first.existing == nil ? view.say("no table") : sum { $0.existing ?? .exact(0) }
        return ["  \(first.connection) \(name)", now, sum(\.inserted), sum(\.updated), sum(\.deleted)]
    }

    private func surroundings(of group: [PlanDocument.Impact]) -> [String] {
        let locks = group.flatMap(\.locks)
        if group.count == 1, view.isVerbose || view.showsAll {
            return after(group[0])
                + group[0].dependents.map { "\(view.say($0.kind.words)) \($0.name): \(view.tell($0.fate))" }
                + locks.map(lockWords)
        }
        let strongest = TableStatement.lockOrder.last { mode in locks.contains { $0.mode == mode } }
        let lock = locks.filter { $0.mode == strongest }.prefix(1).map(lockWords)  // nobody waits for a new table
        let dependents = group.flatMap(\.dependents)
        // What stays as it is needs no line where there is little room.
        let notable = folding >= .notable ? dependents.filter(\.isEndangered) : dependents
        return (folding >= .notable ? [] : group.flatMap(after)) + together(notable) + lock
    }

    private func after(_ impact: PlanDocument.Impact) -> [String] {
        if let task = impact.updated.knownAfter {
            return [view.say("what is inserted and what updated is known after \(task)")]
        }
        return impact.deleted.knownAfter.map { [view.say("what is deleted is known after \($0)")] } ?? []
    }

    private func lockWords(_ lock: PlanDocument.Lock) -> String {
        view.say("lock \(lock.mode) by \(lock.statement): \(view.tell(lock.words))")
    }

    /// Those of the same kind and fate in a line.
    private func together(_ dependents: [PlanDocument.Dependent]) -> [String] {
        struct Likeness: Hashable {
            var kind: PlanDocument.Dependent.Kind
            var fate: String
        }
        return dependents.grouped { Likeness(kind: $0.kind, fate: $0.fate) }.map { alike in
            let more = alike.count > 2 ? view.say(" and \(alike.count - 2) more") : ""
            let names = alike.prefix(2).map(\.name).joined(separator: ", ")
            return "\(view.say(alike[0].kind.words)) \(names)\(more): \(view.tell(alike[0].fate))"
        }
    }
}

extension PlanDocument.Dependent.Kind {
    var words: Message {
        switch self {
        case .view: "view"
        case .grant: "grant"
        case .index: "index"
        case .foreignKey: "foreign key"
        case .trigger: "trigger"
        }
    }
}
