import Configuration
import Expressions
import Kinds
package import Reporting
import Synthesis

extension Rule {
    package static let foreignKey = Rule(
        "EST3005",
        "foreign-key",
        scope: .project,
        since: "0.2.0",
        summary: "A generated column refers to another table's, and the schemas of the two give them different types.",
        explanation: """
            The generator says that one column holds the values of the other. Read as different types, equal keys are no \
            longer equal, and a join of the two finds nothing or has to cast. Give both columns one type.
            """,
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  buyers: {rows: 9, columns: {buyer_id: {sequence: {start: 1}}}}
                  visits: {rows: 9, columns: {visit_id: uuid, ⟦buyer_id⟧: {reference: buyers.buyer_id}}}
            sources:
              buyers: {csv: include/buyers.csv, schema: buyers}
              visits: {csv: include/visits.csv, schema: visits}
            # file: schemas/buyers.yaml
            schema: buyers
            columns: {buyer_id: int}
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: uuid, buyer_id: string}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  buyers: {rows: 9, columns: {buyer_id: {sequence: {start: 1}}}}
                  visits: {rows: 9, columns: {visit_id: uuid, buyer_id: {reference: buyers.buyer_id}}}
            sources:
              buyers: {csv: include/buyers.csv, schema: buyers}
              visits: {csv: include/visits.csv, schema: visits}
            # file: schemas/buyers.yaml
            schema: buyers
            columns: {buyer_id: int}
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: uuid, buyer_id: int}
            """
    )
}

extension Check {
    static let foreignKey = Check(.foreignKey) { project, found in
        var read: [String: [(table: GeneratedTable, schema: TableSchema)]] = [:]
        project.forEachGeneratedSource { table, schema, _ in
            read[table.generator.span.file + table.generator.name.string, default: []].append((table, schema))
        }
        for tables in read.values {
            for (table, schema) in tables {
                for column in table.table.columns {
                    guard let reference = column.generator as? ReferenceColumn, let own = schema.row[column.name],
                        let target = tables.first(where: { $0.table.table.name == reference.table })?.schema,
                        let key = target.row[reference.column], key.type != own.type
                    else { continue }
                    found.report(
                        Diagnostic(
                            .foreignKey,
                            """
                            '\(column.name)' is \(own.type) in schema '\(schema.name)', and what it refers to is \(key.type) in \
                            schema '\(target.name)'
                            """,
                            at: table.span(of: column.name),
                            help:
                                "give '\(schema.name).\(column.name)' and '\(target.name).\(reference.column)' one type"
                        )
                    )
                }
            }
        }
    }
}
