import Reporting

extension PlanDocument {
    /// A page on its own, without scripts or anything from elsewhere: the graph by waves, and a table of the tasks.
    func html(_ view: PlanView) -> String { told(in: view).page(view) }

    private func page(_ view: PlanView) -> String {
        let names: [Message] = ["task", "rows in", "rows out", "mode", "why", "where"]
        return """
            <!doctype html>
            <html lang="\(view.language.code)"><head><meta charset="utf-8"><title>\(escapedXML(view.say("Plan of \(pipeline)")))</title>
            <style>
            body{font:14px system-ui,sans-serif;margin:2em;color:#222;background:#fff}
            table{border-collapse:collapse}td,th{padding:.2em .8em;text-align:left;border-bottom:1px solid #ddd}
            svg{max-width:100%;height:auto}svg text{font:12px ui-monospace,monospace}
            rect{fill:#eef4ff;stroke:#57c}rect.idle{fill:#f4f4f4;stroke:#aaa}rect.held{fill:#fdecea;stroke:#c33;stroke-dasharray:4 2}
            rect.destructive{fill:#fff4e0;stroke:#c70;stroke-width:2}path{fill:none;stroke:#999}td.n{text-align:right}
            tr.held td{color:#a11}tr.idle td{color:#777}tr.destructive td:first-child{color:#a50;font-weight:bold}
            </style></head><body>
            <h1>\(escapedXML(pipeline))</h1>
            <p>\(escapedXML(view.say(summary.line)))</p>
            \(drawing)
            <table><tr><th></th>\(names.map { "<th>\(view.say($0))</th>" }.joined())</tr>
            \(tasks.map(taskRow).joined(separator: "\n"))
            </table></body></html>

            """
    }

    private func taskRow(_ task: Task) -> String {
        let cells = [
            pageMark(of: task), task.id, task.rowsIn.text, task.rowsOut.text, task.mode, task.whyWords, task.source.text,
        ]
        return "<tr\(classAttribute(of: task))>"
            + cells.enumerated().map { "<td\($0 == 2 || $0 == 3 ? " class=\"n\"" : "")>\(escapedXML($1))</td>" }
            .joined() + "</tr>"
    }

    /// Colours only repeat what the marks say.
    private func classAttribute(of task: Task) -> String {
        let name =
            task.hold?.kind == .blocked ? "held" : !task.runs ? "idle" : isDestructive(task) ? "destructive" : nil
        return name.map { " class=\"\($0)\"" } ?? ""
    }

    private func pageMark(of task: Task) -> String { isDestructive(task) ? "\(task.symbol) !" : task.symbol }

    private func isDestructive(_ task: Task) -> Bool { effects.contains { $0.task == task.id && $0.destructive } }

    /// Waves from left to right.
    private var drawing: String {
        let (boxWidth, boxHeight, gap) = (8 * ((tasks.map(\.id.count).max() ?? 8) + 4) + 16, 24, 60)
        var places: [String: (x: Int, y: Int)] = [:]
        var rows: [Int: Int] = [:]
        for task in tasks {
            places[task.id] = (
                10 + (task.wave - 1) * (boxWidth + gap), 10 + rows[task.wave, default: 0] * (boxHeight + 12)
            )
            rows[task.wave, default: 0] += 1
        }
        let lines = edges.compactMap { edge -> String? in
            guard let from = places[edge.from], let to = places[edge.to] else { return nil }
            let (x, y, endX, endY) = (from.x + boxWidth, from.y + boxHeight / 2, to.x, to.y + boxHeight / 2)
            return "<path d=\"M\(x) \(y) C\(x + gap / 2) \(y) \(endX - gap / 2) \(endY) \(endX) \(endY)\"/>"
        }
        let boxes = tasks.compactMap { task -> String? in
            guard let place = places[task.id] else { return nil }
            return
                "<rect\(classAttribute(of: task)) x=\"\(place.x)\" y=\"\(place.y)\" width=\"\(boxWidth)\" height=\"\(boxHeight)\" rx=\"4\"/>"
                + "<text x=\"\(place.x + 8)\" y=\"\(place.y + 16)\">\(escapedXML("\(pageMark(of: task)) \(task.id)"))</text>"
        }
        let width = places.values.reduce(0) { max($0, $1.x) } + boxWidth + 10
        let height = places.values.reduce(0) { max($0, $1.y) } + boxHeight + 10
        return "<svg width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\">\n"
            + (lines + boxes).joined(separator: "\n") + "\n</svg>"
    }
}
