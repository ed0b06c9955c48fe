import Configuration
import Engines
import Expressions
import Reporting

/// The pattern is found in no value of the column.
struct NotMatches: ExpectationKind {
    static let spec = KindSpec("not_matches", summary: "The pattern is found in no value of the column.") {
        PatternedColumn.matchFields
        rowFields
    }
    static let gxForms = [GXForm("column_values_to_not_match_regex", [("column", ["column"]), ("regex", ["pattern"])])]

    let values: PatternedColumn

    static func read(_ record: Record) -> [NotMatches] { PatternedColumn.all(in: record).map(NotMatches.init) }

    var arguments: [(String, JSONText)] { values.arguments }

    var sentence: String { "\(values.column.value) does not match \(values.pattern)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        values.check(against: row, found: &found)
        found.pattern(values.pattern)
    }

    func check(in row: RowType) -> Check { values.check(in: row) { "NOT regexp_matches(\($0), \($1))" } }
}
