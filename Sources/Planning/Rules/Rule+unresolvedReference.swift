package import Reporting

extension Rule {
    package static let unresolvedReference = Rule(
        "EST2003", "unresolved-reference", summary: "A name stands for nothing that is declared.",
        explanation: "Datasets, schemas, suites and connections are referred to by name; the message lists the closest or all of them.",
        bad: "transforms:\n  orders:\n    from: raw.ordres", good: "transforms:\n  orders:\n    from: raw.orders")
}
