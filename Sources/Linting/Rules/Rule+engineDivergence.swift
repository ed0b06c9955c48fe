import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let engineDivergence = Rule(
        "EST4018",
        "engine-divergence",
        .hint,
        scope: .types,
        since: "0.2.0",
        summary: "A query uses what this engine has and others write in another way.",
        explanation: """
            Steps other than `sql` mean the same on every engine. A query is written for one: these parts would \
            have to be rewritten to move it. Where a step can say the same, let it.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sql:
                      query: "select ⟦strftime⟧(date '2026-01-31', '%Y') as year from input"
                      columns: {year: string}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {year: year(date '2026-01-31')}
            """
    )
}

extension Check {
    static let engineDivergence = Check(.engineDivergence) { project, found in
        project.forEachQuery { query, tokens in
            for index in tokens.indices {
                let token = tokens[index]
                let isOperator = token.isMark("//") || token.isMark("^")
                let isJoin =
                    (token.isWord("asof") || token.isWord("positional")) && index + 1 < tokens.count
                    && tokens[index + 1].isWord("join")
                guard isOperator || isJoin || tokens.isCall(at: index, of: own) else { continue }
                found.report(
                    Diagnostic(
                        .engineDivergence,
                        "'\(token.text)' is not the same on other engines",
                        at: query.span(of: token.range),
                        help: "compute it in a step of the language where one can say it"
                    )
                )
            }
        }
    }
}

/// Functions that DuckDB alone has, or that mean something else elsewhere.
private let own: Set = [
    "strftime", "strptime", "try_strptime", "regexp_matches", "regexp_full_match", "epoch_ms", "make_timestamp_ms",
    "string_split", "list_filter", "list_transform", "list_value", "list_aggregate", "struct_pack", "date_diff",
    "datediff",
    "columns", "unnest",
]
