import Configuration
import Expressions
import Reporting

/// The table has the column, at a given place if one is named.
struct ColumnExists: ExpectationKind {
    static let spec = KindSpec("column_exists", summary: "The table has the column.", shorthand: "column") {
        Field("column", .oneOrMany(.string), required: true, example: "order_id", doc: "The column, or several.")
        Field(
            "index",
            .integer(-10_000...10_000),
            doc: "Its place, counted from 0, or from the end with -1 for the last column."
        )
        commonFields
    }
    static let gxForms = [GXForm("column_to_exist", [("column", ["column"]), ("column_index", ["index"])])]

    let column: String
    let index: Int?

    static func read(_ record: Record) -> [ColumnExists] {
        record.texts("column").map { ColumnExists(column: $0.string, index: record.integer("index")?.value) }
    }

    var arguments: [(String, JSONText)] {
        guard let index else { return [("column", .string(column))] }
        return [("column", .string(column)), ("index", .integer(index))]
    }

    var sentence: String { "there is a column \(column)" + index.led(by: " at place ") }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {}

    func check(in row: RowType) -> Check {
        let place = index.map { $0 < 0 ? row.columns.count + $0 : $0 }
        let found = row.index(of: column)
        return .columns(Check.Finding(isMet: found != nil && (place == nil || place == found), result: []))
    }
}
