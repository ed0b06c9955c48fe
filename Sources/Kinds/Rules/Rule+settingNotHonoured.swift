package import Reporting

extension Rule {
    package static let settingNotHonoured = Rule(
        "EST6020", "setting-not-honoured", .warning, summary: "A writer setting that the engine does not have.",
        explanation:
            "The value is accepted so that a configuration moves between engines, and has no effect on this one.",
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                write: {⟦page_size⟧: 64KiB}
            sinks:
              orders: {table: orders}
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                write: {row_group: 20480}
            sinks:
              orders: {table: orders}
            """)
}
