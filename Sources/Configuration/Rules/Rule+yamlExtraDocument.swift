package import Reporting

extension Rule {
    package static let yamlExtraDocument = Rule(
        "EST0008",
        "yaml-extra-document",
        summary: "A file holds more than one YAML document.",
        explanation: """
            What stands after a second `---` would be read by nobody. One file describes one thing: move the rest to \
            another file.
            """,
        bad: """
            pipeline: example
            ⟦---⟧
            pipeline: another
            """,
        good: """
            ---
            pipeline: example
            """
    )
}
