package import Reporting

extension Rule {
    package static let unknownType = Rule(
        "EST3001", "unknown-type", fix: .unsafe, summary: "The name of a type is not one of the language's.",
        explanation: """
            Types are boolean, int, bigint, double, decimal(p,s), string, date, timestamp, timestamptz, uuid, binary, json \
            and list<T>. Decimals need a precision of 1 to 38 and a scale not above it.
            """,
        bad: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              balance: ⟦decmal(12,2)⟧
            """,
        good: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              balance: decimal(12,2)
            """)
}
