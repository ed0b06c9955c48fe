package import Reporting

extension Rule {
    package static let yamlAnchor = Rule(
        "EST0006",
        "yaml-anchor",
        fix: .safe,
        summary: "An alias has no anchor, an anchor no alias, or '<<' merges what is not a mapping.",
        explanation: """
            `*name` repeats the value marked with `&name` earlier in the same file. A text that starts with `*`, \
            such as a cron line or a file pattern, must be quoted. An anchor that nothing uses is only a warning.
            """,
        bad: """
            meta:
              standard: ⟦&standard⟧ {level: 1}
            """,
        good: """
            meta:
              standard: &standard {level: 1}
              own: *standard
            """
    )
}
