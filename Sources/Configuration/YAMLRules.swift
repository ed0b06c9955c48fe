package import Reporting

extension Rule {
    package static let yamlDuplicateKey = Rule(
        "EST0002",
        "yaml-duplicate-key",
        summary: "A mapping has the same key twice.",
        explanation: """
            Most YAML readers keep one of the two values without a word, and not all keep the same one. \
            Remove one, or rename it.
            """,
        bad: "project: shop\nproject: store\n",
        good: "project: shop\n"
    )

    package static let yamlUnquotedTemplate = Rule(
        "EST0005",
        "yaml-unquoted-template",
        summary: "A value starts with '{{' and is not quoted.",
        explanation: """
            In YAML an opening brace starts a mapping, so `{{ x }}` is a mapping inside a mapping and not text. \
            Quote the value. Interpolation in this language is written `${x}` and needs no quotes outside braces \
            and brackets.
            """,
        bad: "owner: {{ team }}\n",
        good: "owner: \"{{ team }}\"\n"
    )

    package static let yamlAnchor = Rule(
        "EST0006",
        "yaml-anchor",
        summary: "An alias has no anchor, an anchor no alias, or '<<' merges what is not a mapping.",
        explanation: """
            `*name` repeats the value marked with `&name` earlier in the same file. A text that starts with `*`, \
            such as a cron line or a file pattern, must be quoted. An anchor that nothing uses is only a warning.
            """,
        bad: "retries: *standard\n",
        good: "defaults: &standard {attempts: 2}\nretries: *standard\n"
    )

    package static let yamlExtraDocument = Rule(
        "EST0008",
        "yaml-extra-document",
        summary: "A file holds more than one YAML document.",
        explanation: """
            What stands after a second `---` would be read by nobody. One file describes one thing: move the rest to \
            another file.
            """,
        bad: "project: shop\n---\nproject: store\n",
        good: "---\nproject: shop\n"
    )

    package static let yamlNonStringKey = Rule(
        "EST0010",
        "yaml-non-string-key",
        summary: "A key is a number, a boolean, null, a list or a mapping.",
        explanation: """
            Keys are names. YAML readers disagree about keys such as `1`, `true` or `null`, and editors reject them. \
            Put the key in quotes.
            """,
        bad: "labels:\n  404: missing\n",
        good: "labels:\n  '404': missing\n"
    )

    package static let yamlExpansionLimit = Rule(
        "EST0011",
        "yaml-expansion-limit",
        summary: "A file is too large, too deep, or grows too large when its aliases are expanded.",
        explanation: """
            A few lines of aliases of aliases can stand for billions of values. A file may have 10 MiB, lists and \
            mappings 100 deep, and 100,000 values with aliases expanded. Split the file, or write less with aliases.
            """
    )
}
