import Configuration
import Expressions
import Reporting

/// No value is missing.
struct NotNull: ExpectationKind {
    static let spec = KindSpec("not_null", summary: "Every row has a value in the column.", shorthand: "column") {
        Field("column", .oneOrMany(.column), required: true, example: "user_id", doc: "The column, or several.")
        rowFields
    }
    static let gxForms = [GXForm("column_values_to_not_be_null", [("column", ["column"])])]

    let column: Located<String>

    static func read(_ record: Record) -> [NotNull] { record.columns("column").map { NotNull(column: $0) } }

    var arguments: [(String, JSONText)] { [("column", .string(column.value))] }

    var sentence: String { "\(column.value) is not null" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) { _ = found.column(column, in: row) }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        var check = RowCheck([column], unexpected: column.isMissing)
        check.isAboutMissing = true
        return .rows(check)
    }
}
