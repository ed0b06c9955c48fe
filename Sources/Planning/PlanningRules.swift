package import Reporting

/// Every rule that compiling a pipeline can break.
package let planningRules: [Rule] = [
    .unresolvedReference, .cycle, .unusedSource, .twoWriters, .unknownConnection, .columnsUnknown, .mergeWithoutKey,
]

extension Rule {
    package static let unresolvedReference = Rule(
        "EST2003", "unresolved-reference", summary: "A name stands for nothing that is declared.",
        explanation: "Datasets, schemas, suites and connections are referred to by name; the message lists the closest or all of them.",
        bad: "transforms:\n  orders:\n    from: raw.ordres", good: "transforms:\n  orders:\n    from: raw.orders")
    package static let cycle = Rule(
        "EST2004", "cycle", summary: "Datasets depend on each other in a circle.",
        explanation: "Nothing in the circle could be made first. The message names the way round.",
        bad: "transforms:\n  a: {from: b}\n  b: {from: a}", good: "transforms:\n  a: {from: raw.a}\n  b: {from: a}")
    package static let unusedSource = Rule(
        "EST2007", "unused-object", .hint, summary: "Something is declared that nobody uses.",
        explanation: "It costs work on every run, or it was meant to be used. Remove it, or refer to it.")
    package static let twoWriters = Rule(
        "EST2009", "two-writers", summary: "Two declarations write the same thing.",
        explanation: "The last to finish would win, in no fixed order.",
        bad: "sinks:\n  a: {from: x, table: t}\n  b: {from: y, table: t}", good: "sinks:\n  a: {from: x, table: t}\n  b: {from: y, table: u}")
    package static let columnsUnknown = Rule(
        "EST3028", "columns-unknown", summary: "A source has no schema, and no file to take its columns from.",
        explanation: """
            Every column is known before anything runs. Without a schema the file itself is looked at, so it has to be there, \
            and DuckDB too ('esteira doctor').
            """)
    package static let mergeWithoutKey = Rule(
        "EST6001", "merge-without-key", summary: "A merge has no key to find rows by.",
        explanation: "Write `key:` in the sink, or a `primary_key` in the schema.",
        bad: "sinks:\n  orders: {from: orders, table: orders, mode: merge}",
        good: "sinks:\n  orders: {from: orders, table: orders, mode: merge, key: order_id}")
    package static let unknownConnection = Rule(
        "EST2015", "unknown-connection", summary: "A sink uses a connection that the profile does not have.",
        explanation: "Connections are declared under the profile in `esteira.yaml`; every profile needs those the pipelines use.")
}
