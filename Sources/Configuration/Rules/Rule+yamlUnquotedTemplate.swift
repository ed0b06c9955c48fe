package import Reporting

extension Rule {
    package static let yamlUnquotedTemplate = Rule(
        "EST0005",
        "yaml-unquoted-template",
        fix: .safe,
        summary: "A value with a brace or a comma that YAML takes for its own is not quoted.",
        explanation: """
            In YAML an opening brace starts a mapping, so `{{ x }}` is a mapping inside a mapping and not text. \
            Quote the value. Interpolation in this language is written `${x}` and needs no quotes outside braces \
            and brackets. There a comma ends a value too: `{type: decimal(14,2)}` needs quotes around the type.
            """,
        bad: """
            owner: ⟦{{ team }}⟧
            """,
        good: """
            owner: "{{ team }}"
            """
    )
}
