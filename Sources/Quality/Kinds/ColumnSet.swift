import Configuration
import Expressions
import Reporting

/// The table has these columns, in any order.
struct ColumnSet: ExpectationKind {
    static let spec = KindSpec(
        "column_set",
        summary: "The table has these columns, in any order.",
        shorthand: "columns"
    ) {
        Field("columns", .list(.string), required: true, example: "[order_id, user_id]", doc: "The names.")
        Field("exact", .boolean, default: "true", doc: "Whether further columns are wrong.")
        commonFields
    }
    static let gxForms = [
        GXForm("table_columns_to_match_set", [("column_set", ["columns"]), ("exact_match", ["exact"])])
    ]

    let columns: [Located<String>]
    let isExact: Bool

    static func read(_ record: Record) -> [ColumnSet] {
        [ColumnSet(columns: record.columns("columns"), isExact: record.boolean("exact")?.value != false)]
    }

    var arguments: [(String, JSONText)] {
        [("columns", .array(columns.map { .string($0.value) }))] + (isExact ? [] : [("exact", .bool(false))])
    }

    var sentence: String {
        "the columns \(isExact ? "are" : "include") \(columns.map(\.value).joined(separator: ", "))"
    }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {}

    func check(in row: RowType) -> Check {
        let wanted = Set(columns.map(\.value))
        let unexpected = row.names.filter { !wanted.contains($0) }.sorted()
        let missing = wanted.subtracting(row.names).sorted()
        var result: [(String, JSONText)] = [("observed_value", .array(row.names.sorted().map(JSONText.string)))]
        if !unexpected.isEmpty || !missing.isEmpty {
            let mismatched: [(String, JSONText)] = [("unexpected", unexpected), ("missing", missing)].filter {
                !$1.isEmpty
            }
            .map { ($0, .array($1.map(JSONText.string))) }
            result.append(("details", .object([("mismatched", .object(mismatched))])))
        }
        return .columns(Check.Finding(isMet: missing.isEmpty && (!isExact || unexpected.isEmpty), result: result))
    }
}
