import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let postgresFolding = Rule(
        "EST6011",
        "pg-folding",
        .warning,
        scope: .types,
        fix: .unsafe,
        since: "0.2.0",
        summary: "A table or column of PostgreSQL has a name with capital letters.",
        explanation: """
            PostgreSQL reads names without quotes in lower case, so everybody who asks the table has to write \
            `"Orders"` for ever. Lower case with `_` between words needs no quotes.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: ⟦dwh.Orders⟧}
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
            sinks:
              orders: {from: raw.orders, table: dwh.orders}
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
    static let postgresFolding = Check(.postgresFolding) { project, found in
        for pipeline in project.pipelines {
            for (sink, dataset) in pipeline.sinks where project.loadsPostgres(sink) {
                if sink.table.string.hasCapitals {
                    found.report(
                        Diagnostic(
                            .postgresFolding,
                            "PostgreSQL finds table '\(sink.table)' only in quotes",
                            at: sink.table.span,
                            help: "write it in lower case",
                            fix: sink.table.fix(respelling: sink.table.string.lowercased())
                        )
                    )
                }
                let columns = pipeline.columns(of: dataset).map(\.name).filter(\.hasCapitals)
                guard !columns.isEmpty else { continue }
                found.report(
                    Diagnostic(
                        .postgresFolding,
                        "PostgreSQL finds these columns only in quotes: \(columns.joined(separator: ", "))",
                        at: sink.name.span,
                        help: "rename them to lower case with 'rename'"
                    )
                )
            }
        }
    }
}

extension String {
    fileprivate var hasCapitals: Bool { utf8.contains { (0x41...0x5A).contains($0) } }
}
