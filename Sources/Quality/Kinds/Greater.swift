import Configuration
import Engines
import Expressions
import Reporting

/// In every row one column is greater than another. A row in which only one of the two is missing is unexpected.
struct Greater: ExpectationKind {
    static let spec = KindSpec("greater", summary: "In every row one column is greater than another.") {
        Field("column", .column, required: true, example: "paid_at", doc: "The column with the greater value.")
        Field("than", .column, required: true, example: "order_date", doc: "The column with the lesser value.")
        Field("or_equal", .boolean, default: "false", doc: "Equal values are fine.")
        ColumnPair.ignoreField
        rowFields
    }
    static let gxForms = [
        GXForm(
            "column_pair_values_a_to_be_greater_than_b",
            ColumnPair.gxArguments("than") + [("or_equal", ["or_equal"])]
        ),
        GXForm(
            "column_pair_values_A_to_be_greater_than_B",
            ColumnPair.gxArguments("than") + [("or_equal", ["or_equal"])]
        ),
    ]

    let pair: ColumnPair
    let allowsEqual: Bool

    static func read(_ record: Record) -> [Greater] {
        guard let pair = ColumnPair(record, second: "than") else { return [] }
        return [Greater(pair: pair, allowsEqual: record.boolean("or_equal")?.value == true)]
    }

    var arguments: [(String, JSONText)] {
        pair.arguments("than", more: allowsEqual ? [("or_equal", .bool(true))] : [])
    }

    var sentence: String {
        "\(pair.first.value) is greater than \(allowsEqual ? "or equal to " : "")\(pair.second.value)"
    }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        pair.check(against: row, found: &found) { $0.isNumeric || $0.isTemporal || $0 == .string }
    }

    func check(in row: RowType) -> Check { pair.check(in: row, comparison: allowsEqual ? ">=" : ">") }
}
