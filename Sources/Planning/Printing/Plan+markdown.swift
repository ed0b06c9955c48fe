import Engines
import Kinds
import Reporting

extension Plan {
    /// For a pull-request comment: the counts, then what runs and what changes outside.
    package func markdown(_ statements: PlanStatements) -> String {
        var lines = [
            "### Plan `\(pipeline.name)` (profile `\(profile.name)`)", "", summary.line, "",
            "| | task | rows in | rows out | why | where |", "|---|---|--:|--:|---|---|",
        ]
        for task in tasks {
            let reason = reasons[task.id] ?? .new
            lines.append(
                "| `\(reason.symbol)` | `\(task.id)` | \(task.rowsIn.text) | \(task.rowsOut.text) | \(reason.words) | `\(task.span.file):\(task.span.start.line)` |")
        }
        let definitions = tasks.flatMap { statements.definition($0) }
        if !definitions.isEmpty {
            lines += ["", "<details><summary>Changes of tables</summary>", "", "```sql"]
            lines += definitions.map { $0.text + ";" }
            lines += ["```", "</details>"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
