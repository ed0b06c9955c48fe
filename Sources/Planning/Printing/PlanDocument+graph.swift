import Reporting

extension PlanDocument {
    package enum GraphFormat: String, Sendable, CaseIterable {
        case text, dot, mermaid, html
    }

    package func graph(_ format: GraphFormat, _ view: PlanView) -> String {
        switch format {
        case .text: textGraph(view)
        case .dot: dot
        case .mermaid: mermaid
        case .html: html(view)
        }
    }

    /// Kinds that have tasks, in the order in which tasks have them.
    private var kinds: [String] {
        tasks.reduce(into: []) { kinds, task in if !kinds.contains(task.kind) { kinds.append(task.kind) } }
    }

    /// A line a task, by wave, with what comes after it. Tasks of a wave with nothing to tell apart are folded.
    private func textGraph(_ view: PlanView) -> String {
        var lines: [String] = []
        let followers = Dictionary(grouping: edges, by: \.from).mapValues { $0.map(\.to) }
        let longest = tasks.reduce(0) { max($0, $1.id.count) }
        for wave in 1...max(1, tasks.map(\.wave).max() ?? 1) {
            let members = tasks.filter { $0.wave == wave }
            lines.append(view.say("wave \(wave)"))
            for (index, task) in members.enumerated() {
                let branch = index == members.count - 1 ? "└─" : "├─"
                let after = followers[task.id, default: []]
                let arrow = after.isEmpty ? "" : " → \(after.joined(separator: ", "))"
                lines.append(
                    "  \(branch) \(task.symbol) \(after.isEmpty ? task.id : task.id.padded(to: longest))\(arrow)")
            }
        }
        return lines.map(view.marked).joined(separator: "\n") + "\n"
    }

    /// Graphviz: one cluster a kind.
    private var dot: String {
        var lines = ["digraph \"\(pipeline.inDotQuotes)\" {", "  rankdir=LR; node [shape=box, style=rounded];"]
        for kind in kinds {
            lines.append("  subgraph \"cluster_\(kind)\" { label=\"\(kind)\";")
            lines += tasks.filter { $0.kind == kind }.map {
                "    \"\($0.id.inDotQuotes)\"\($0.runs ? "" : " [color=gray]");"
            }
            lines.append("  }")
        }
        lines += edges.map { "  \"\($0.from.inDotQuotes)\" -> \"\($0.to.inDotQuotes)\";" }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// Mermaid, which code hosts draw in Markdown.
    var mermaid: String {
        let numbers = Dictionary(uniqueKeysWithValues: tasks.enumerated().map { ($1.id, "t\($0)") })
        var lines = ["flowchart LR"]
        for kind in kinds {
            lines.append("  subgraph \(kind)")
            for task in tasks where task.kind == kind {
                if let number = numbers[task.id] { lines.append("    \(number)[\"\(task.id)\"]") }
            }
            lines.append("  end")
        }
        for edge in edges {
            guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
            lines.append("  \(from) --> \(to)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    fileprivate var inDotQuotes: String { replacing("\"", with: "\\\"") }
}
