import Configuration
import Engines
import Expressions
import Reporting

/// The table has so many rows.
struct RowCount: ExpectationKind {
    static let spec = KindSpec("row_count", summary: "The table has so many rows.") {
        boundFields("min", "max")
        tableFields
    }
    static let gxForms = [
        GXForm("table_row_count_to_be_between", gxBounds("min", "max")),
        GXForm("table_row_count_to_equal", [("value", ["min", "max"])]),
    ]

    let bounds: Bounds

    static func read(_ record: Record) -> [RowCount] { [RowCount(bounds: record.bounds("min", "max"))] }

    var arguments: [(String, JSONText)] { bounds.arguments("min", "max") }

    var sentence: String { "the number of rows is \(bounds.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        found.bounds(bounds, .bigint, at: span)
    }

    func check(in row: RowType) -> Check {
        .aggregate(AggregateCheck(call: "count(*)", comparisons: bounds.comparisons(.bigint)))
    }
}
