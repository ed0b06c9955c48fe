package import Reporting

extension Rule {
    package static let yamlNonStringKey = Rule(
        "EST0010",
        "yaml-non-string-key",
        fix: .safe,
        summary: "A key is a number, a boolean, null, a list or a mapping.",
        explanation: """
            Keys are names. YAML readers disagree about keys such as `1`, `true` or `null`, and editors reject them. \
            Put the key in quotes.
            """,
        bad: """
            meta:
              ⟦404⟧: missing
            """,
        good: """
            meta:
              '404': missing
            """
    )
}
