package import Reporting

extension Rule {
    package static let outputMismatch = Rule(
        "EST4006", "output-mismatch", summary: "The columns of two results that must agree do not.",
        explanation: "Columns are matched by name. Select, rename or cast until both sides have the same columns and types.")
}
