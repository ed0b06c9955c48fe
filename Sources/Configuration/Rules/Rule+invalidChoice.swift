package import Reporting

extension Rule {
    package static let invalidChoice = Rule(
        "EST1004",
        "invalid-choice",
        summary: "A value is not one of those that the key takes.",
        explanation: "The key takes a fixed set of words, written exactly as the message lists them.",
        bad: "mode: upsert\n",
        good: "mode: merge\n"
    )
}
