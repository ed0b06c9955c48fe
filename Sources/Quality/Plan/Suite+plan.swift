import Engines
package import Expressions
import Reporting

extension Suite {
    /// Binds the suite to a table's columns. An expectation that does not fit them is planned as impossible, so that a
    /// run reports it beside the others; `check` finds the same before a run.
    package func plan(for row: RowType) -> SuitePlan {
        var planner = SuitePlanner()
        let checks = expectations.map { PlannedCheck(expectation: $0, step: planner.step(of: $0, row)) }
        return SuitePlan(suite: self, checks: checks, measures: planner.measures.items, keys: planner.keys.items)
    }
}

/// Collects what all expectations of a suite measure, each measure once.
private struct SuitePlanner {
    var measures = Numbered<SQL>()
    var keys = Numbered<PlannedKey>()

    mutating func step(of expectation: Expectation, _ row: RowType) -> PlannedCheck.Step {
        var problems = Diagnostics()
        expectation.check(against: row, found: &problems)
        if let problem = problems.items.first(where: { $0.severity == .error }) {
            return .impossible(problem.message.description)
        }
        let condition = expectation.condition(in: row)
        switch expectation.kind.check(in: row) {
        case .columns(let finding): return .columns(finding)
        case .rows(let check):
            return .rows(
                check,
                condition: condition,
                total: count(where: [condition]),
                considered: check.considered.map { count(where: [condition, $0]) },
                unexpected: count(where: [condition, check.unexpected])
            )
        case .key(let check):
            let key = PlannedKey(
                columns: check.columns.map { Identifier($0.name) },
                condition: conjunction([condition, check.considered])
            )
            return .key(
                check,
                total: count(where: [condition]),
                considered: check.considered.map { count(where: [condition, $0]) },
                key: keys.number(of: key)
            )
        case .aggregate(let check):
            let call = filtered(check.call, [condition, check.considered])
            let comparisons = check.comparisons.map { "\(call) \($0)" as SQL }
            return .aggregate(
                call: call,
                value: measures.number(of: call),
                isInside: comparisons.isEmpty ? nil : measures.number(of: comparisons.joined(separator: " AND "))
            )
        }
    }

    private mutating func count(where conditions: [SQL?]) -> Int {
        measures.number(of: filtered("count(*)", conditions))
    }
}

/// Things in the order in which they were first asked for.
private struct Numbered<Item: Hashable> {
    private(set) var items: [Item] = []
    private var numbers: [Item: Int] = [:]

    mutating func number(of item: Item) -> Int {
        if let number = numbers[item] { return number }
        numbers[item] = items.count
        items.append(item)
        return items.count - 1
    }
}

/// FILTER and not WHERE keeps expectations with different row conditions in one scan.
private func filtered(_ call: SQL, _ conditions: [SQL?]) -> SQL {
    conjunction(conditions).map { "\(call) FILTER (WHERE \($0))" } ?? call
}
