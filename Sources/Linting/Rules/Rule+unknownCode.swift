package import Reporting

extension Rule {
    package static let unknownCode = Rule(
        "EST9008", "unknown-code", fix: .unsafe, since: "0.2.0",
        summary: "A suppression, or 'lint:' of esteira.yaml, names no rule.",
        explanation: """
            A mistyped code would suppress nothing, or select nothing, without a word. Comments name rules by code or \
            name, one by one, so that there is no comment that hides everything; 'esteira explain' lists them.
            """,
        bad: """
            # esteira: file-ignore[⟦descripton⟧] -- an example
            pipeline: example
            params: {day: {type: date, default: today}}
            """,
        good: """
            # esteira: file-ignore[description] -- an example
            pipeline: example
            params: {day: {type: date, default: today}}
            """)
}
