import Configuration
import Expressions
import Reporting

/// Every value is missing: a column that must not be used.
struct IsNull: ExpectationKind {
    static let spec = KindSpec("is_null", summary: "No row has a value in the column.", shorthand: "column") {
        Field("column", .oneOrMany(.column), required: true, example: "deleted_at", doc: "The column, or several.")
        rowFields
    }
    static let gxForms = [GXForm("column_values_to_be_null", [("column", ["column"])])]

    let column: Located<String>

    static func read(_ record: Record) -> [IsNull] { record.columns("column").map { IsNull(column: $0) } }

    var arguments: [(String, JSONText)] { [("column", .string(column.value))] }

    var sentence: String { "\(column.value) is null" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) { _ = found.column(column, in: row) }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return .rows(RowCheck([column], unexpected: column.isPresent))
    }
}
