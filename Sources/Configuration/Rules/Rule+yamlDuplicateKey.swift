package import Reporting

extension Rule {
    package static let yamlDuplicateKey = Rule(
        "EST0002",
        "yaml-duplicate-key",
        fix: .unsafe,
        summary: "A mapping has the same key twice.",
        explanation: """
            Most YAML readers keep one of the two values without a word, and not all keep the same one. \
            Remove one, or rename it.
            """,
        bad: """
            owner: data
            ⟦owner⟧: sales
            """,
        good: """
            owner: data
            """
    )
}
