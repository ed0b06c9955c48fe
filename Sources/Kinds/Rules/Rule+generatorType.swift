package import Reporting

extension Rule {
    package static let generatorType = Rule(
        "EST3019",
        "generator-type",
        summary: "A generator does not fit what it is used for.",
        explanation:
            "Columns, references and defects are typed before anything is generated, so that no run fails halfway.",
        bad: "defects:\n  - negate: {column: name, rate: 2%}",
        good: "defects:\n  - negate: {column: price, rate: 2%}"
    )
}
