import Configuration
import Engines
import Expressions
import Reporting

/// No value of the column is like the pattern.
struct NotLike: ExpectationKind {
    static let spec = KindSpec("not_like", summary: "No value of the column is like the pattern.") {
        PatternedColumn.likeFields
        rowFields
    }
    static let gxForms = [
        GXForm("column_values_to_not_match_like_pattern", [("column", ["column"]), ("like_pattern", ["pattern"])])
    ]

    let values: PatternedColumn

    static func read(_ record: Record) -> [NotLike] { PatternedColumn.all(in: record).map(NotLike.init) }

    var arguments: [(String, JSONText)] { values.arguments }

    var sentence: String { "\(values.column.value) is not like \(values.pattern)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        values.check(against: row, found: &found)
    }

    func check(in row: RowType) -> Check { values.check(in: row) { "\($0) NOT LIKE \($1)" } }
}
