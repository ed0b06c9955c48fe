import Reporting
import TestSupport

/// Rules and reports that several suites render.
enum Examples {
    static let unknownKey = Rule(
        "EST1001",
        "unknown-key",
        summary: "A key that the kind does not know.",
        explanation: "A misspelt key would silently do nothing.",
        bad: "schedul: daily",
        good: "schedule: daily"
    )
    static let duplicateKey = Rule(
        "EST0002",
        "yaml-duplicate-key",
        .warning,
        summary: "A key given twice.",
        explanation: "One of them is lost."
    )
    static let todo = Rule("EST9006", "todo", .hint, summary: "Work left open.", explanation: "Finish it.")

    /// Two files: an error with help, a warning with a note elsewhere, a hint without a text to show.
    static let report: DiagnosticReport = {
        let pipeline = MarkedText("esteira: 1\n1️⃣schedul1️⃣: daily\n", path: "pipelines/a, b.yaml")
        let schema = MarkedText("1️⃣id1️⃣: uuid\n2️⃣id2️⃣: text\n", path: "schemas/orders.yaml")
        let findings = [
            Diagnostic(
                duplicateKey,
                "key 'id' is given twice",
                at: place(schema, "2️⃣"),
                notes: [.init("first given here", at: place(schema, "1️⃣")), .init("the last one wins")]
            ),
            Diagnostic(
                unknownKey,
                "unknown key 'schedul'",
                at: place(pipeline, "1️⃣"),
                help: "did you mean 'schedule'?"
            ),
            Diagnostic(todo, "work is left open: 100%\nsure", at: .startOf("readme.md")),
        ]
        return DiagnosticReport(
            findings,
            sources: [pipeline.source, schema.source],
            rules: [unknownKey],
            toolVersion: "0.1.0"
        )
    }()

    static let nothing = DiagnosticReport(
        [],
        sources: [SourceText(path: "a.yaml", text: "a: 1\n")],
        rules: [unknownKey],
        toolVersion: "0.1.0"
    )

    /// The place of a marker that the text is known to hold.
    static func place(_ text: MarkedText, _ marker: Character) -> Span {
        guard let span = text.span(marker) else { preconditionFailure("no marker \(marker)") }
        return span
    }

    /// The frames of one finding at marker 1 of a text, without the lines that count.
    static func frame(_ marked: String, style: TextStyle = TextStyle()) -> String {
        let text = MarkedText(marked, path: "a.yaml")
        let finding = Diagnostic(unknownKey, "message", at: place(text, "1️⃣"))
        let rendered = DiagnosticReport([finding], sources: [text.source], toolVersion: "0.1.0")
            .rendered(as: .text, style: style)
        return String(rendered.prefix(upTo: rendered.firstRange(of: "\n\n")?.lowerBound ?? rendered.endIndex))
    }
}
