package import Reporting

extension Rule {
    package static let yamlTab = Rule(
        "EST0003",
        "yaml-tab",
        fix: .safe,
        summary: "A line is indented with a tab.",
        explanation: "YAML measures nesting in spaces, and a tab has no width it can count. Indent with spaces.",
        bad: """
            params:
            ⟦\t⟧limit: {type: int, default: 10}
            """,
        good: """
            params:
              limit: {type: int, default: 10}
            """
    )
}
