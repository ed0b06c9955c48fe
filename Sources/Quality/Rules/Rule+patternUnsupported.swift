package import Reporting

extension Rule {
    package static let patternUnsupported = Rule(
        "EST5011",
        "pattern-unsupported",
        summary: "A pattern uses a construct that the engine's regular expressions do not have.",
        explanation: """
            Patterns run in linear time over any text, which rules out look-ahead, look-behind, back- \
            references and possessive quantifiers. Say it with an 'expression' of two patterns joined by 'and' \
            or 'and not'.
            """,
        bad: #"- matches: {column: email, pattern: '^(?!test).*@'}"#,
        good: #"- expression: "email like '%@%' and not email like 'test%'""#
    )
}
