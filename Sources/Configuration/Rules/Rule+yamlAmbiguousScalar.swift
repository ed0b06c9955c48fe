package import Reporting

extension Rule {
    package static let yamlAmbiguousScalar = Rule(
        "EST0004",
        "yaml-ambiguous-scalar",
        .warning,
        fix: .safe,
        summary: "Text without quotes that other YAML readers take for something else.",
        explanation: """
            `no`, `on`, `012`, `1e3` and `12:30` are booleans or numbers to many YAML readers. Here they are text, \
            because the field takes text; quote them so that every tool and every reader agrees.
            """,
        bad: """
            owner: ⟦no⟧
            """,
        good: """
            owner: 'no'
            """
    )
}
