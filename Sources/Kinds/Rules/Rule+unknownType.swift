package import Reporting

extension Rule {
    package static let unknownType = Rule(
        "EST3001", "unknown-type", summary: "The name of a type is not one of the language's.",
        explanation: """
            Types are boolean, int, bigint, double, decimal(p,s), string, date, timestamp, timestamptz, uuid, binary, json \
            and list<T>. Decimals need a precision of 1 to 38 and a scale not above it.
            """,
        bad: "columns:\n  price: {type: decmal(12,2)}", good: "columns:\n  price: {type: decimal(12,2)}")
}
