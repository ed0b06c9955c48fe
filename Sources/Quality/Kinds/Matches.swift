import Configuration
import Engines
import Expressions
import Reporting

/// The pattern is found in every value of the column.
struct Matches: ExpectationKind {
    static let spec = KindSpec("matches", summary: "The pattern is found in every value of the column.") {
        PatternedColumn.matchFields
        rowFields
    }
    static let gxForms = [GXForm("column_values_to_match_regex", [("column", ["column"]), ("regex", ["pattern"])])]

    let values: PatternedColumn

    static func read(_ record: Record) -> [Matches] { PatternedColumn.all(in: record).map(Matches.init) }

    var arguments: [(String, JSONText)] { values.arguments }

    var sentence: String { "\(values.column.value) matches \(values.pattern)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        values.check(against: row, found: &found)
        found.pattern(values.pattern)
    }

    func check(in row: RowType) -> Check { values.check(in: row) { "regexp_matches(\($0), \($1))" } }
}
