package import Reporting

extension Rule {
    package static let yamlMergeShadow = Rule(
        "EST0007",
        "yaml-merge-shadow",
        .warning,
        since: "0.2.0",
        summary: "A key stands before '<<', or in two merged mappings, with another value each time.",
        explanation: """
            A key of the mapping itself always holds over one that `<<` brings, and of two merged mappings the first \
            holds, whatever the order in which they are read. Write what shall hold below the `<<`.
            """,
        bad: """
            meta:
              standard: &standard {team: data, level: 1}
              own:
                ⟦level⟧: 2
                <<: *standard
            """,
        good: """
            meta:
              standard: &standard {team: data, level: 1}
              own:
                <<: *standard
                level: 2
            """
    )
}
