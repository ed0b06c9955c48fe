import Configuration
import Kinds
package import Reporting
import Synthesis

extension Rule {
    package static let uniqueImpossible = Rule(
        "EST3021",
        "unique-impossible",
        .error,
        scope: .project,
        since: "0.2.0",
        summary: "A key is generated from fewer values than there are rows.",
        explanation: """
            Some rows must then share a value, whatever the seed. And values that are drawn at random repeat \
            long before they run out: of a million values, a thousand draws have two alike more often than not. \
            Use `uuid` or `sequence`.
            """,
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  products:
                    rows: 100
                    columns: {⟦product_id⟧: {integer: {min: 1, max: 50}}, name: full_name, category: word}
            sources:
              products: {csv: include/products.csv, schema: products}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  products:
                    rows: 100
                    columns: {product_id: uuid, name: full_name, category: word}
            sources:
              products: {csv: include/products.csv, schema: products}
            """
    )
}

extension Check {
    static let uniqueImpossible = Check(.uniqueImpossible) { project, found in
        project.forEachGeneratedSource { table, schema, _ in
            guard schema.primaryKey.count == 1,
                let key = table.table.columns.first(where: { $0.name == schema.primaryKey[0].string }),
                let values = key.generator.possibleValues
            else { return }
            let rows = Double(table.table.rows)
            if values < rows {
                found.report(
                    Diagnostic(
                        .uniqueImpossible,
                        "'\(key.name)' has \(Int(values)) values for \(table.table.rows) rows",
                        at: table.span(of: key.name),
                        help: "use 'uuid' or 'sequence'"
                    )
                )
            } else if rows * rows / (2 * values) > 0.5 {
                found.report(
                    Diagnostic(
                        .uniqueImpossible,
                        "'\(key.name)' most likely has values that repeat",
                        at: table.span(of: key.name),
                        help: "use 'uuid' or 'sequence'",
                        severity: .warning
                    )
                )
            }
        }
    }
}

extension ColumnGenerator {
    /// How many values it draws from; nil where it counts, or where there are too many to matter.
    fileprivate var possibleValues: Double? {
        switch self {
        case let column as IntegerColumn: Double(column.max) - Double(column.min) + 1
        case let column as DateColumn: Double(column.to) - Double(column.from) + 1
        case let column as ChoiceColumn: Double(Set(column.options.map(\.value)).count)
        case is BooleanColumn: 2
        default: nil
        }
    }
}
