import Configuration
import Engines
import Expressions
import Reporting

/// The pattern is found in no value of the column.
struct NotMatches: ExpectationKind {
    static let spec = KindSpec("not_matches", summary: "The pattern is found in no value of the column.") {
        Field("column", .column, required: true, example: "email", doc: "A column of text.")
        Field(
            "pattern",
            .string,
            required: true,
            example: "'^[^@]+@[^@]+$'",
            doc: "A regular expression, searched anywhere in the value; anchor it with ^ and $ to match the whole."
        )
        rowFields
    }
    static let gxForms = [GXForm("column_values_to_not_match_regex", [("column", ["column"]), ("regex", ["pattern"])])]

    let column: Located<String>
    let pattern: Text

    static func read(_ record: Record) -> [NotMatches] {
        guard let pattern = record.text("pattern") else { return [] }
        return record.columns("column").map { NotMatches(column: $0, pattern: pattern) }
    }

    var arguments: [(String, JSONText)] { [("column", .string(column.value)), ("pattern", .string("\(pattern)"))] }

    var sentence: String { "\(column.value) does not match \(pattern)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        _ = found.column(column, in: row, needing: "text") { $0.isTextual }
        found.pattern(pattern)
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return RowCheck.values(of: column, expected: "NOT regexp_matches(\(column.text), \(literal: pattern.string))")
    }
}
