package import Reporting

extension Rule {
    package static let repeatedName = Rule(
        "EST1023",
        "repeated-name",
        since: "0.2.0",
        summary: "Two items of a 'for_each' make declarations of one name.",
        explanation: """
            Each item makes a declaration of its own, which other parts of the pipeline name. The item must stand in the \
            declaration's name, and stand in the list once.
            """,
        bad: """
            sources:
              ⟦tables⟧:
                for_each: {table: [orders, payments]}
                csv: "include/${each.table}.csv"
                schema: orders
            """,
        good: """
            sources:
              "${each.table}":
                for_each: {table: [orders, payments]}
                csv: "include/${each.table}.csv"
                schema: orders
            """
    )
}
