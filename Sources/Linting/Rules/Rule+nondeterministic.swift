import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let nondeterministic = Rule(
        "EST4009",
        "nondeterministic",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A query whose result differs from run to run.",
        explanation: """
            A task that runs again over the same input must give the same rows: a repeated load would otherwise \
            change what others have read. Take the moment from `run.started_at` in a `set` step before, derive \
            random values from a column by a hash, and give lists an order.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sql:
                      query: "select status, ⟦now⟧() as seen from input"
                      columns: {status: string, seen: timestamptz}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {seen: run.started_at}
                  - select: [status, seen]
            """
    )
}

extension Check {
    static let nondeterministic = Check(.nondeterministic) { project, found in
        project.forEachQuery { query, tokens in
            for index in tokens.indices where tokens.isCall(at: index, of: changing) || tokens.isMoment(at: index) {
                found.report(
                    Diagnostic(
                        .nondeterministic,
                        "'\(tokens[index].text)' differs from run to run",
                        at: query.span(of: tokens[index].range),
                        help: "compute it in a 'set' step before, from run.started_at or a column"
                    )
                )
            }
            for index in tokens.indices where tokens.isCall(at: index, of: lists) {
                let inside = tokens[(index + 1)...].dropFirst().prefix { $0.depth > tokens[index].depth }
                guard !inside.contains(where: { $0.isWord("order") }) else { continue }
                found.report(
                    Diagnostic(
                        .nondeterministic,
                        "'\(tokens[index].text)' lists values in any order",
                        at: query.span(of: tokens[index].range),
                        help: "write 'order by' inside the call"
                    )
                )
            }
        }
    }
}

private let changing: Set = [
    "now", "random", "uuid", "gen_random_uuid", "uuidv4", "uuidv7", "today", "get_current_timestamp",
    "get_current_time",
    "current_localtimestamp", "transaction_timestamp", "nextval", "setseed",
]
private let moments: Set = [
    "current_date", "current_timestamp", "current_time", "localtimestamp", "localtime", "tablesample",
]
private let lists: Set = ["list", "array_agg", "string_agg", "group_concat", "listagg"]

extension [SQLToken] {
    /// A word that stands for a moment, and is no column of a table.
    fileprivate func isMoment(at index: Int) -> Bool {
        self[index].kind == .word && moments.contains(self[index].text) && (index == 0 || !self[index - 1].isMark("."))
    }
}
