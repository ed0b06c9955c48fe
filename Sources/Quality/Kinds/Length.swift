import Configuration
import Engines
import Expressions
import Reporting

/// Every value's text has so many characters (Unicode code points).
struct Length: ExpectationKind {
    static let spec = KindSpec("length", summary: "Every value has so many characters.") {
        Field("column", .column, required: true, example: "state", doc: "A column of text.")
        boundFields("min", "max")
        rowFields
    }
    static let gxForms = [
        GXForm("column_value_lengths_to_be_between", [("column", ["column"])] + gxBounds("min", "max")),
        GXForm("column_value_lengths_to_equal", [("column", ["column"]), ("value", ["min", "max"])]),
    ]

    let column: Located<String>
    let bounds: Bounds

    static func read(_ record: Record) -> [Length] {
        record.columns("column").map { Length(column: $0, bounds: record.bounds("min", "max")) }
    }

    var arguments: [(String, JSONText)] { [("column", .string(column.value))] + bounds.arguments("min", "max") }

    var sentence: String { "the length of \(column.value) is \(bounds.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        _ = found.column(column, in: row, needing: "text") { $0.isTextual }
        if bounds.isUnbounded {
            found.report(Diagnostic(.contradiction, "a length needs an end", at: span, help: "add 'min' or 'max'"))
        }
        found.bounds(bounds, .bigint, at: span)
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return RowCheck.values(of: column, expected: bounds.condition(on: "length(\(column.text))", .bigint))
    }
}
