package import Reporting

extension Rule {
    package static let unconfinedPath = Rule(
        "EST6019", "unconfined-path", .warning,
        summary: "A path leaves the project's folder by '..', or a parameter may lead it anywhere.",
        explanation: """
            What the path names depends on where the project happens to lie, or on what somebody gave for a parameter, and \
            may belong to another project. Keep the file inside and begin its path with a folder's name, or write the \
            absolute path, which at least names one place.
            """,
        bad: """
            params:
              shop: {type: string, default: north}
            sources:
              orders: {csv: "⟦${params.shop}⟧/orders.csv", schema: orders}
            sinks:
              orders: {table: orders}
            """,
        good: """
            params:
              shop: {type: string, default: north}
            sources:
              orders: {csv: "include/${params.shop}/orders.csv", schema: orders}
            sinks:
              orders: {table: orders}
            """)
}
