package import Reporting

extension Rule {
    package static let mergeWithoutKey = Rule(
        "EST6001", "merge-without-key", summary: "A merge has no key to find rows by.",
        explanation: "Write `key:` in the sink, or a `primary_key` in the schema.",
        bad: "sinks:\n  orders: {from: orders, table: orders, mode: merge}",
        good: "sinks:\n  orders: {from: orders, table: orders, mode: merge, key: order_id}")
}
