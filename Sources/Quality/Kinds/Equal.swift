import Configuration
import Engines
import Expressions
import Reporting

/// In every row two columns hold the same. A row in which only one of the two is missing is unexpected.
struct Equal: ExpectationKind {
    static let spec = KindSpec("equal", summary: "In every row two columns hold the same value.") {
        Field("column", .column, required: true, example: "billing_state", doc: "A column.")
        Field("to", .column, required: true, example: "shipping_state", doc: "The other column.")
        ColumnPair.ignoreField
        rowFields
    }
    static let gxForms = [GXForm("column_pair_values_to_be_equal", ColumnPair.gxArguments("to"))]

    let pair: ColumnPair

    static func read(_ record: Record) -> [Equal] {
        guard let pair = ColumnPair(record, second: "to") else { return [] }
        return [Equal(pair: pair)]
    }

    var arguments: [(String, JSONText)] { pair.arguments("to", more: []) }

    var sentence: String { "\(pair.first.value) is equal to \(pair.second.value)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        pair.check(against: row, found: &found) { _ in true }
    }

    func check(in row: RowType) -> Check { pair.check(in: row, comparison: "=") }
}
