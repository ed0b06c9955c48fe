import Algebra
import Configuration
import Expressions
import Kinds
import Planning
import Reporting

extension Check {
    /// Tables and columns named by a word that SQL keeps for itself: whoever reads them must quote them for ever.
    static let reservedName = Check(.invalidName) { project, found in
        for compiled in project.pipelines {
            for (sink, dataset) in compiled.sinks {
                let parts = sink.table.string.split(separator: ".").map(String.init)
                for word in parts where reservedWords.contains(word.lowercased()) {
                    reportReserved(
                        "'\(word)' in the name of table '\(sink.table)' is a reserved word of SQL", at: sink.table.span,
                        &found)
                }
                for column in compiled.columns(of: dataset) where reservedWords.contains(column.name.lowercased()) {
                    reportReserved(
                        "column '\(column.name)' of table '\(sink.table)' is a reserved word of SQL",
                        at: sink.table.span, &found)
                }
            }
        }
    }
}

private func reportReserved(_ message: Message, at span: Span, _ found: inout Diagnostics) {
    found.report(
        Diagnostic(
            .invalidName, message, at: span, help: "choose another name; this one has to be quoted in every query",
            severity: .warning))
}

/// Those of PostgreSQL that stand for nothing else.
private let reservedWords: Set = [
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "both", "case", "cast", "check",
    "collate", "column", "constraint", "create", "current_catalog", "current_date", "current_role", "current_time",
    "current_timestamp", "current_user", "default", "deferrable", "desc", "distinct", "do", "else", "end", "except",
    "false", "fetch", "for", "foreign", "from", "grant", "group", "having", "in", "initially", "intersect", "into",
    "lateral", "leading", "limit", "localtime", "localtimestamp", "not", "null", "offset", "on", "only", "or", "order",
    "placing", "primary", "references", "returning", "select", "session_user", "some", "symmetric", "system_user",
    "table", "then", "to", "trailing", "true", "union", "unique", "user", "using", "variadic", "when", "where",
    "window",
    "with",
]
