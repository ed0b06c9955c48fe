package import Reporting

extension Rule {
    package static let suppressionReason = Rule(
        "EST9009", "suppression-reason", .hint, since: "0.2.0",
        summary: "A suppression comment gives no reason.",
        explanation: """
            A year later nobody knows whether the reason still holds. Say it after two hyphens: \
            '# esteira: ignore[EST3012] -- the vendor never sends empty text'.
            """,
        bad: "⟦# esteira: file-ignore[description]⟧\npipeline: example\nparams: {day: {type: date, default: today}}",
        good: """
            # esteira: file-ignore[description] -- an example
            pipeline: example
            params: {day: {type: date, default: today}}
            """)
}
