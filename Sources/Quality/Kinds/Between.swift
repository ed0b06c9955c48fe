import Configuration
import Expressions
import Reporting

/// Every value lies in an interval.
struct Between: ExpectationKind {
    static let spec = KindSpec("between", summary: "Every value of the column lies between two ends.") {
        Field("column", .column, required: true, example: "quantity", doc: "A column of numbers, dates or moments.")
        boundFields("min", "max")
        rowFields
    }
    static let gxForms = [
        GXForm("column_values_to_be_between", [("column", ["column"])] + gxBounds("min", "max"))
    ]

    let column: Located<String>
    let bounds: Bounds

    static func read(_ record: Record) -> [Between] {
        record.columns("column").map { Between(column: $0, bounds: record.bounds("min", "max")) }
    }

    var arguments: [(String, JSONText)] { [("column", .string(column.value))] + bounds.arguments("min", "max") }

    var sentence: String { "\(column.value) is \(bounds.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        if bounds.isUnbounded {
            found.report(
                Diagnostic(
                    .contradiction,
                    "an interval needs an end",
                    at: span,
                    help: "add 'min' or 'max'"
                )
            )
        }
        let fitting = found.column(column, in: row, needing: "a number, a date or a moment") {
            $0.isNumeric || $0.isTemporal
        }
        if let fitting { found.bounds(bounds, fitting.type, at: span) }
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return RowCheck.values(of: column, expected: bounds.condition(on: column.sql, column.type))
    }
}
