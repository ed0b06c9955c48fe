import Configuration
import Expressions
import Reporting

/// The table has exactly these columns, in this order.
struct ColumnOrder: ExpectationKind {
    static let spec = KindSpec(
        "column_order",
        summary: "The table has exactly these columns, in this order.",
        shorthand: "columns"
    ) {
        Field("columns", .list(.string), required: true, example: "[order_id, user_id]", doc: "The names, in order.")
        commonFields
    }
    static let gxForms = [GXForm("table_columns_to_match_ordered_list", [("column_list", ["columns"])])]

    let columns: [String]

    static func read(_ record: Record) -> [ColumnOrder] {
        [ColumnOrder(columns: record.texts("columns").map(\.string))]
    }

    var arguments: [(String, JSONText)] { [("columns", .array(columns.map(JSONText.string)))] }

    var sentence: String { "the columns are \(columns.joined(separator: ", ")), in this order" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {}

    func check(in row: RowType) -> Check {
        var result: [(String, JSONText)] = [("observed_value", .array(row.names.map(JSONText.string)))]
        let places = 0..<max(columns.count, row.names.count)
        let mismatched = places.filter { nameFound($0, in: columns) != nameFound($0, in: row.names) }.map { place in
            JSONText.object([
                ("Expected Column Position", .integer(place)),
                ("Expected", .string(orNull: nameFound(place, in: columns))),
                ("Found", .string(orNull: nameFound(place, in: row.names))),
            ])
        }
        if !mismatched.isEmpty { result.append(("details", .object([("mismatched", .array(mismatched))]))) }
        return .columns(Check.Finding(isMet: mismatched.isEmpty, result: result))
    }

    private func nameFound(_ place: Int, in names: [String]) -> String? {
        names.indices.contains(place) ? names[place] : nil
    }
}
