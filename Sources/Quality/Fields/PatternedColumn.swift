import Configuration
import Engines
import Expressions
import Reporting

/// A column of text and a pattern for its values: the part that such kinds share.
struct PatternedColumn {
    let column: Located<String>
    let pattern: Text

    static let likeFields = patternFields(
        column: "sku", pattern: "BR-%",
        doc: "The whole value; % stands for any text and _ for one character. Letter case counts.")
    static let matchFields = patternFields(
        column: "email", pattern: "'^[^@]+@[^@]+$'",
        doc: "A regular expression, searched anywhere in the value; anchor it with ^ and $ to match the whole.")

    private static func patternFields(column: String, pattern: String, doc: String) -> [Field] {
        [
            Field("column", .column, required: true, example: column, doc: "A column of text."),
            Field("pattern", .string, required: true, example: pattern, doc: doc),
        ]
    }

    /// One for each column of the record.
    static func all(in record: Record) -> [PatternedColumn] {
        guard let pattern = record.text("pattern") else { return [] }
        return record.columns("column").map { PatternedColumn(column: $0, pattern: pattern) }
    }

    var arguments: [(String, JSONText)] { [("column", .string(column.value)), ("pattern", .string("\(pattern)"))] }

    func check(against row: RowType, found: inout Diagnostics) {
        _ = found.column(column, in: row, needing: "text") { $0.isTextual }
    }

    /// - Parameter expected: what holds for a value, given as SQL, and the pattern, given as a literal.
    func check(in row: RowType, expected: (SQL, SQL) -> SQL) -> Check {
        let column = row.column(column)
        return RowCheck.values(of: column, expected: expected(column.text, "\(literal: pattern.string)"))
    }
}
