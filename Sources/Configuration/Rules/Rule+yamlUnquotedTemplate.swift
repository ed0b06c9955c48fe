package import Reporting

extension Rule {
    package static let yamlUnquotedTemplate = Rule(
        "EST0005",
        "yaml-unquoted-template",
        fix: .safe,
        summary: "A value starts with '{{' and is not quoted.",
        explanation: """
            In YAML an opening brace starts a mapping, so `{{ x }}` is a mapping inside a mapping and not text. \
            Quote the value. Interpolation in this language is written `${x}` and needs no quotes outside braces \
            and brackets.
            """,
        bad: """
            owner: ⟦{{ team }}⟧
            """,
        good: """
            owner: "{{ team }}"
            """
    )
}
