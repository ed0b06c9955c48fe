import Kinds

extension Plan {
    /// How many tasks do what.
    package struct Summary: Hashable, Sendable {
        package var toRun: Int
        package var upToDate: Int
        package var tablesReplaced: Int

        package var isEmpty: Bool { toRun == 0 }

        package var line: String {
            var parts = ["\(toRun) to run", "\(upToDate) up to date"]
            if tablesReplaced > 0 { parts.append("\(tablesReplaced) \(tablesReplaced == 1 ? "table" : "tables") replaced") }
            return "Plan: \(parts.joined(separator: ", "))"
        }
    }

    package var summary: Summary {
        let running = tasks.filter { reasons[$0.id]?.runs ?? true }
        let replaced = running.count {
            if case .load(let work) = $0.work { work.mode == .replace } else { false }
        }
        return Summary(toRun: running.count, upToDate: tasks.count - running.count, tablesReplaced: replaced)
    }
}
