import Configuration
import Expressions
import Kinds
package import Reporting
import Synthesis

extension Rule {
    package static let generatorColumn = Rule(
        "EST3036",
        "generator-column",
        .error,
        scope: .project,
        since: "0.2.0",
        summary: "A generated file does not fit the schema of the source that reads it.",
        explanation: """
            The file and the source have the same path, so the one is made for the other. A column that the \
            schema has and the file has not, or one of a type that cannot be read as the declared one, fails \
            every run.
            """,
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  products:
                    rows: 10
                    columns: {product_id: uuid, ⟦category⟧: {date: {from: 2y ago}}, name: full_name}
            sources:
              products: {csv: include/products.csv, schema: stock}
            # file: schemas/stock.yaml
            schema: stock
            columns: {product_id: string, category: int, name: string}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  products:
                    rows: 10
                    columns: {product_id: uuid, category: {integer: {max: 9}}, name: full_name}
            sources:
              products: {csv: include/products.csv, schema: stock}
            # file: schemas/stock.yaml
            schema: stock
            columns: {product_id: string, category: int, name: string}
            """
    )
}

extension Check {
    static let generatorColumn = Check(.generatorColumn) { project, found in
        project.forEachGeneratedSource { table, schema, _ in
            guard let written = table.generator.program.rowType(of: table.table.name) else { return }
            for column in schema.columns {
                guard let made = written[column.column.name] else {
                    found.report(
                        Diagnostic(
                            .generatorColumn,
                            "the generated file has no column '\(column.column.name)'",
                            at: table.span,
                            notes: [.init("the schema has it here", at: column.span)],
                            help: "generate it, or take it out of the schema"
                        )
                    )
                    continue
                }
                guard column.column.type != .string else { continue }
                let fits =
                    made.type == .string
                    ? !table.table.makesNothing(readableAs: column.column.type, in: made.name)
                    : castExists(from: made.type, to: column.column.type)
                guard !fits else { continue }
                found.report(
                    Diagnostic(
                        .generatorColumn,
                        "'\(made.name)' is generated as \(made.type), and the schema says \(column.column.type)",
                        at: table.span(of: made.name),
                        notes: [.init("it is declared here", at: column.span)],
                        help: "generate \(column.column.type), or change the schema"
                    )
                )
            }
        }
    }
}

extension SyntheticTable {
    /// Whether it is known that no text of the column reads as the type. Other texts may be digits.
    fileprivate func makesNothing(readableAs type: DataType, in column: String) -> Bool {
        switch columns.first(where: { $0.name == column })?.generator {
        case is FullNameColumn, is CityColumn, is StateColumn, is EmailColumn, is WordColumn:
            type.isNumeric || type.isTemporal || type == .boolean || type == .uuid
        default: false
        }
    }
}
