package import Reporting

extension Rule {
    package static let cycle = Rule(
        "EST2004", "cycle", summary: "Datasets depend on each other in a circle.",
        explanation: "Nothing in the circle could be made first. The message names the way round.",
        bad: "transforms:\n  a: {from: b}\n  b: {from: a}", good: "transforms:\n  a: {from: raw.a}\n  b: {from: a}")
}
