package import Reporting

extension Rule {
    package static let unknownKey = Rule(
        "EST1001",
        "unknown-key",
        fix: .unsafe,
        summary: "A key is not one that this place knows.",
        explanation: """
            A misspelt key that is passed over silently changes what a pipeline does. Every key must be known; data of \
            your own goes below `meta`.
            """,
        bad: """
            ⟦ownr⟧: data
            """,
        good: """
            owner: data
            """
    )
}
