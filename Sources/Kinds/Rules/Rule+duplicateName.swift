package import Reporting

extension Rule {
    package static let duplicateName = Rule(
        "EST2001", "duplicate-name", summary: "Two objects of a kind have the same name.",
        explanation: "References would be ambiguous. Rename one of the two.",
        bad: "sources:\n  orders: …\n# and in another file\nsources:\n  orders: …")
}
