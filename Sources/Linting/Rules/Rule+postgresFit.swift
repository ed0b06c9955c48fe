import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let postgresFit = Rule(
        "EST6010",
        "pg-fit",
        scope: .types,
        since: "0.2.0",
        summary: "A column's name is longer than PostgreSQL keeps names.",
        explanation: """
            PostgreSQL cuts a name after 63 bytes without a word, so that two columns could become one. The load refuses \
            such a name; rename the column before. Letters with accents take two bytes.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - aggregate:
                      by: product_id
                      set: {pieces_of_the_product_that_were_sold_in_all_shops_of_the_country: sum(quantity)}
            sinks:
              ⟦sold⟧: {from: sold, table: sold}
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "${env.DATABASE_URL}"}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - aggregate:
                      by: product_id
                      set: {pieces: sum(quantity)}
            sinks:
              sold: {from: sold, table: sold}
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "${env.DATABASE_URL}"}
            """
    )
}

extension Check {
    static let postgresFit = Check(.postgresFit) { project, found in
        for pipeline in project.pipelines {
            for (sink, dataset) in pipeline.sinks where project.loadsPostgres(sink) {
                for name in pipeline.columns(of: dataset).map(\.name) where name.utf8.count > longestName {
                    found.report(
                        Diagnostic(
                            .postgresFit,
                            "column '\(name)' has \(name.utf8.count) bytes; PostgreSQL keeps \(longestName)",
                            at: sink.name.span,
                            help: "give it a shorter name with 'rename'"
                        )
                    )
                }
            }
        }
    }
}

private let longestName = 63
