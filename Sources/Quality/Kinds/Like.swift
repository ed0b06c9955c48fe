import Configuration
import Engines
import Expressions
import Reporting

/// Every value of the column is like the pattern.
struct Like: ExpectationKind {
    static let spec = KindSpec("like", summary: "Every value of the column is like the pattern.") {
        PatternedColumn.likeFields
        rowFields
    }
    static let gxForms = [
        GXForm("column_values_to_match_like_pattern", [("column", ["column"]), ("like_pattern", ["pattern"])])
    ]

    let values: PatternedColumn

    static func read(_ record: Record) -> [Like] { PatternedColumn.all(in: record).map(Like.init) }

    var arguments: [(String, JSONText)] { values.arguments }

    var sentence: String { "\(values.column.value) is like \(values.pattern)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        values.check(against: row, found: &found)
    }

    func check(in row: RowType) -> Check { values.check(in: row) { "\($0) LIKE \($1)" } }
}
