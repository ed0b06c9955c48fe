package import Reporting

extension Rule {
    package static let yamlIndentationMove = Rule(
        "EST0012",
        "yaml-indentation-move",
        fix: .unsafe,
        since: "0.2.0",
        summary: "A line is indented too little or too much, so that its key stands in another mapping.",
        explanation: """
            The key is none of the mapping it stands in, and one of the mapping beside or around it: the indentation \
            slipped. Line it up with the keys it belongs to.
            """,
        bad: """
            sources:
              orders:
                csv:
                  path: include/orders.csv
                ⟦header⟧: true
                schema: orders
            """,
        good: """
            sources:
              orders:
                csv:
                  path: include/orders.csv
                  header: true
                schema: orders
            """
    )
}
