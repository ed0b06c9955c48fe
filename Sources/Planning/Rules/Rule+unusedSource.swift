package import Reporting

extension Rule {
    package static let unusedSource = Rule(
        "EST2007", "unused-object", .hint, summary: "Something is declared that nobody uses.",
        explanation: "It costs work on every run, or it was meant to be used. Remove it, or refer to it.")
}
