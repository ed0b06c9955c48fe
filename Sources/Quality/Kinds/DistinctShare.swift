import Configuration
import Expressions
import Reporting

/// Different values divided by rows with a value, 0...1; 0 of no rows.
struct DistinctShare: ExpectationKind {
    static let spec = KindSpec("distinct_share", summary: "Different values for each row with a value, 0 to 1.") {
        Field("column", .column, required: true, example: "category", doc: "The column; missing values are left out.")
        boundFields("at_least", "at_most")
        tableFields
    }
    static let gxForms = [
        GXForm(
            "column_proportion_of_unique_values_to_be_between",
            [("column", ["column"])] + gxBounds("at_least", "at_most")
        )
    ]

    let column: Located<String>
    let bounds: Bounds

    static func read(_ record: Record) -> [DistinctShare] {
        record.columns("column").map { DistinctShare(column: $0, bounds: record.bounds("at_least", "at_most")) }
    }

    var arguments: [(String, JSONText)] {
        [("column", .string(column.value))] + bounds.arguments("at_least", "at_most")
    }

    var sentence: String { "the share of different values in \(column.value) is \(bounds.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        _ = found.column(column, in: row)
        found.bounds(bounds, .double, at: span)
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return .key(KeyCheck(columns: [column], considered: column.isPresent, wanted: .share(bounds)))
    }
}
