import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let columnMapping = Rule(
        "EST6009",
        "column-mapping",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A sink names a schema whose columns are not those it loads.",
        explanation: """
            The schema gives the table its key and comments, and readers take it for the table's contract. Columns that only \
            one of them has make it wrong for one or the other. Name the schema of what is loaded, or bring the two together.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - drop: status
            sinks:
              sold: {from: sold, table: sold, schema: ⟦orders⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - filter: status = 'paid'
            sinks:
              sold: {from: sold, table: sold, schema: orders}
            """
    )
}

extension Check {
    static let columnMapping = Check(.columnMapping) { project, found in
        for pipeline in project.pipelines {
            for (sink, dataset) in pipeline.sinks {
                guard let name = sink.schema, let schema = project.project?.schemas[name.string],
                    !schema.columns.isEmpty,
                    let row = pipeline.row(of: dataset)
                else { continue }
                let declared = Set(schema.columns.map(\.column.name))
                let loaded = Set(row.names)
                let missing = schema.columns.map(\.column.name).filter { !loaded.contains($0) }
                let extra = row.names.filter { !declared.contains($0) }
                let faults: [Message] =
                    (missing.isEmpty ? [] : ["lacks '\(missing.joined(separator: "', '"))'"])
                    + (extra.isEmpty ? [] : ["has '\(extra.joined(separator: "', '"))' besides"])
                guard !faults.isEmpty else { continue }
                found.report(
                    Diagnostic(
                        .columnMapping,
                        "'\(dataset)' is not as schema '\(name)' says: it \(faults.joined(separator: " and "))",
                        at: name.span,
                        notes: [.init("the schema is here", at: schema.span)],
                        help: "name the schema of what is loaded, or select its columns"
                    )
                )
            }
        }
    }
}
