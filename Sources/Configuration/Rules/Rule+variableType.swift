package import Reporting

extension Rule {
    package static let variableType = Rule(
        "EST1019",
        "variable-type",
        summary: "A variable has not the type of the field it fills.",
        explanation: """
            A field that is nothing but `${…}` keeps the type of the variable, so that a number stays a number. \
            Declare the parameter with the type that the field wants.
            """,
        bad: """
            params: {tries: many}
            sources:
              orders: {csv: include/orders.csv, schema: orders, retries: ⟦"${params.tries}"⟧}
            """,
        good: """
            params: {tries: {type: int, default: 3}}
            sources:
              orders: {csv: include/orders.csv, schema: orders, retries: "${params.tries}"}
            """
    )
}
