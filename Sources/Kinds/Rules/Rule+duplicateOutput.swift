package import Reporting

extension Rule {
    package static let duplicateOutput = Rule(
        "EST4007", "duplicate-output", summary: "Two columns of a result would have the same name.",
        explanation: """
            A dataset's columns are told apart by name, in files, in the warehouse and in expressions. Rename or drop one \
            of the two before this step.
            """,
        bad: "- rename: {state: city}", good: "- drop: city\n- rename: {city: state}")
}
