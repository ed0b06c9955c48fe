package import Reporting

extension Rule {
    package static let removedRule = Rule(
        "EST9012", "removed-rule", .warning, fix: .safe, since: "0.2.0",
        summary: "A suppression names a rule that has another code now.",
        explanation:
            "Codes are never used again for something else: the old one still works, and '--fix' writes the new one.",
        unshown: "No rule has been removed yet.")
}
