import Configuration
import Expressions
import Reporting

/// No value occurs twice. Missing values are left out; every row of a repeated value is unexpected.
struct Unique: ExpectationKind {
    static let spec = KindSpec("unique", summary: "No value of the column occurs twice.", shorthand: "column") {
        Field(
            "column",
            .oneOrMany(.column),
            required: true,
            example: "order_id",
            doc: "The column, or several that are each unique."
        )
        rowFields
    }
    static let gxForms = [GXForm("column_values_to_be_unique", [("column", ["column"])])]

    let column: Located<String>

    static func read(_ record: Record) -> [Unique] { record.columns("column").map { Unique(column: $0) } }

    var arguments: [(String, JSONText)] { [("column", .string(column.value))] }

    var sentence: String { "\(column.value) is unique" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) { _ = found.column(column, in: row) }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return .key(KeyCheck(columns: [column], considered: column.isPresent, wanted: .noRepeats))
    }
}
