import Kinds

extension Plan {
    /// Graphviz: one cluster a group.
    package var dot: String {
        var lines = ["digraph \"\(escaped(pipeline.name))\" {", "  rankdir=LR; node [shape=box, style=rounded];"]
        for group in PlannedTask.Group.allCases {
            let members = tasks.filter { $0.group == group }
            guard !members.isEmpty else { continue }
            lines.append("  subgraph \"cluster_\(group.rawValue)\" { label=\"\(group.rawValue)\";")
            lines += members.map { "    \"\(escaped($0.id))\";" }
            lines.append("  }")
        }
        lines += edges.map { "  \"\(escaped($0.from))\" -> \"\(escaped($0.to))\";" }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// Mermaid, which code hosts draw in Markdown.
    package var mermaid: String {
        let numbers = Dictionary(uniqueKeysWithValues: tasks.enumerated().map { ($1.id, "t\($0)") })
        var lines = ["flowchart LR"]
        for group in PlannedTask.Group.allCases {
            let members = tasks.filter { $0.group == group }
            guard !members.isEmpty else { continue }
            lines.append("  subgraph \(group.rawValue)")
            lines += members.compactMap { task in numbers[task.id].map { "    \($0)[\"\(task.id)\"]" } }
            lines.append("  end")
        }
        for edge in edges {
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
            lines.append("  \(from) --> \(to)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    package var edges: [(from: String, to: String)] {
        tasks.flatMap { task in task.dependsOn.map { ($0, task.id) } }
    }

    private func escaped(_ text: String) -> String { text.replacing("\"", with: "\\\"") }
}
