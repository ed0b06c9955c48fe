package import Reporting

extension Rule {
    package static let columnsUnknownOffline = Rule(
        "EST9011", "rule-not-run", summary: "Something could not be checked because what it needs is missing.",
        explanation: "The finding says what is missing. Nothing is assumed to be right that was not looked at.")
}
