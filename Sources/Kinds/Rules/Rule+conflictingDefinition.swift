package import Reporting

extension Rule {
    package static let conflictingDefinition = Rule(
        "EST1014", "conflicting-definition", scope: .project, since: "0.2.0",
        summary: "One thing is defined in different ways in two files.",
        explanation: """
            A dataset of two pipelines has one path in the lake, and whichever ran last decides what is in it. Give one of \
            the two another name or another `zone:`. Of two pipelines that load one table, one that replaces its rows \
            removes those of the other, which is a warning. What two fragments of a pipeline say differently, or a fragment \
            and the pipeline by one name, cannot both hold.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: pipelines/imports.yaml
            pipeline: imports
            sources:
              ⟦orders⟧: {csv: imports/orders.csv, schema: orders}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: pipelines/imports.yaml
            pipeline: imports
            sources:
              imported_orders: {csv: imports/orders.csv, schema: orders}
            """)
}
