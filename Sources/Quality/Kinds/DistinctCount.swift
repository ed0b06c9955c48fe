import Configuration
import Expressions
import Reporting

/// The column has so many different values; missing ones are left out.
struct DistinctCount: ExpectationKind {
    static let spec = KindSpec("distinct_count", summary: "The column has so many different values.") {
        Field("column", .column, required: true, example: "category", doc: "The column; missing values are left out.")
        boundFields("at_least", "at_most")
        tableFields
    }
    static let gxForms = [
        GXForm("column_unique_value_count_to_be_between", [("column", ["column"])] + gxBounds("at_least", "at_most"))
    ]

    let column: Located<String>
    let bounds: Bounds

    static func read(_ record: Record) -> [DistinctCount] {
        record.columns("column").map { DistinctCount(column: $0, bounds: record.bounds("at_least", "at_most")) }
    }

    var arguments: [(String, JSONText)] {
        [("column", .string(column.value))] + bounds.arguments("at_least", "at_most")
    }

    var sentence: String { "the number of different values of \(column.value) is \(bounds.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        _ = found.column(column, in: row)
        found.bounds(bounds, .bigint, at: span)
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return .key(KeyCheck(columns: [column], considered: column.isPresent, wanted: .count(bounds)))
    }
}
