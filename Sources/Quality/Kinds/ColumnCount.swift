import Configuration
import Expressions
import Reporting

/// The table has so many columns.
struct ColumnCount: ExpectationKind {
    static let spec = KindSpec("column_count", summary: "The table has so many columns.") {
        boundFields("min", "max")
        commonFields
    }
    static let gxForms = [
        GXForm("table_column_count_to_be_between", gxBounds("min", "max")),
        GXForm("table_column_count_to_equal", [("value", ["min", "max"])]),
    ]

    let bounds: Bounds

    static func read(_ record: Record) -> [ColumnCount] { [ColumnCount(bounds: record.bounds("min", "max"))] }

    var arguments: [(String, JSONText)] { bounds.arguments("min", "max") }

    var sentence: String { "the number of columns is \(bounds.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        found.bounds(bounds, .bigint, at: span)
    }

    func check(in row: RowType) -> Check {
        let count = row.columns.count
        return .columns(
            Check.Finding(isMet: bounds.contains(Double(count)), result: [("observed_value", .integer(count))])
        )
    }
}
