package import Reporting

extension Rule {
    package static let twoWriters = Rule(
        "EST2009", "two-writers", summary: "Two declarations write the same thing.",
        explanation: "The last to finish would win, in no fixed order.",
        bad: "sinks:\n  a: {from: x, table: t}\n  b: {from: y, table: t}", good: "sinks:\n  a: {from: x, table: t}\n  b: {from: y, table: u}")
}
