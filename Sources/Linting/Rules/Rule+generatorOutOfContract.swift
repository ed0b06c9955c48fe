import Configuration
import Expressions
import Kinds
package import Reporting
import Synthesis

extension Rule {
    package static let generatorOutOfContract = Rule(
        "EST3020",
        "generator-out-of-contract",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A generator makes values that the schema of the source refuses.",
        explanation: """
            The source reads the generated file and fails at the first bad row. Generate what the schema allows; \
            dirt is laid over the rows with `defects`, for sources that set bad rows aside.
            """,
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  products:
                    rows: 10
                    columns: {product_id: uuid, name: full_name, ⟦category⟧: {word: {}, missing: 5%}}
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
                    rows: 10
                    columns: {product_id: uuid, name: {full_name: {}, missing: 5%}, category: word}
            sources:
              products: {csv: include/products.csv, schema: products}
            """
    )
}

extension Check {
    static let generatorOutOfContract = Check(.generatorOutOfContract) { project, found in
        project.forEachGeneratedSource { table, schema, source in
            guard source.badRows.action == .fail else { return }
            for column in table.table.columns where column.nullShare > 0 {
                guard let declared = schema.columns.first(where: { $0.column.name == column.name }),
                    !declared.column.isNullable
                else { continue }
                found.report(
                    Diagnostic(
                        .generatorOutOfContract,
                        "some rows have no '\(column.name)', and the schema wants one in each",
                        at: table.span(of: column.name),
                        notes: [.init("it is declared here", at: declared.span)],
                        help: "take 'missing' out, or give the source 'bad_rows: {policy: quarantine, max: …}'"
                    )
                )
            }
        }
    }
}
