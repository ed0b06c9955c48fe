package import Reporting

extension Rule {
    package static let yamlParse = Rule(
        "EST0001",
        "yaml-parse",
        summary: "The file is not well-formed YAML.",
        explanation: """
            The parser met something that cannot stand at this place, most often a wrong indentation, a missing \
            quote or bracket, or a ': ' inside text without quotes. Nothing else in the file can be checked until \
            it is put right.
            """,
        bad: """
            tags: [daily, shop
            owner⟦:⟧ data
            """,
        good: """
            tags: [daily, shop]
            owner: data
            """
    )
}
