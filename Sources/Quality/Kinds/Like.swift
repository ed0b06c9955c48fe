import Configuration
import Engines
import Expressions
import Reporting

/// Every value of the column is like the pattern.
struct Like: ExpectationKind {
    static let spec = KindSpec("like", summary: "Every value of the column is like the pattern.") {
        Field("column", .column, required: true, example: "sku", doc: "A column of text.")
        Field(
            "pattern",
            .string,
            required: true,
            example: "BR-%",
            doc: "The whole value; % stands for any text and _ for one character. Letter case counts."
        )
        rowFields
    }
    static let gxForms = [
        GXForm("column_values_to_match_like_pattern", [("column", ["column"]), ("like_pattern", ["pattern"])])
    ]

    let column: Located<String>
    let pattern: String

    static func read(_ record: Record) -> [Like] {
        guard let pattern = record.text("pattern")?.string else { return [] }
        return record.columns("column").map { Like(column: $0, pattern: pattern) }
    }

    var arguments: [(String, JSONText)] { [("column", .string(column.value)), ("pattern", .string(pattern))] }

    var sentence: String { "\(column.value) is like \(pattern)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        _ = found.column(column, in: row, needing: "text") { $0.isTextual }
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return RowCheck.values(of: column, expected: "\(column.text) LIKE \(literal: pattern)")
    }
}
