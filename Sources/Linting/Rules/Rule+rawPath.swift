import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let rawPath = Rule(
        "EST4019",
        "raw-path",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A query reads a file past the datasets.",
        explanation: """
            What a query reads by path is not in the graph: the file may not be there yet, may change meanwhile, \
            and no check has seen it. Declare a source, and name it under `inputs`.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sql:
                      query: "select status from ⟦'include/orders.csv'⟧"
                      columns: {status: string}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sql:
                      query: "select status from input"
                      columns: {status: string}
            """
    )
}

extension Check {
    static let rawPath = Check(.rawPath) { project, found in
        project.forEachQuery { query, tokens in
            for index in tokens.indices {
                let isPath =
                    tokens[index].kind == .text && index > 0
                    && (tokens[index - 1].isWord("from") || tokens[index - 1].isWord("join"))
                guard isPath || tokens.isCall(at: index, of: readers) else { continue }
                found.report(
                    Diagnostic(
                        .rawPath,
                        "the query reads a file that is no dataset",
                        at: query.span(of: tokens[index].range),
                        help: "declare it under 'sources:' and name it under 'inputs:'"
                    )
                )
            }
        }
    }
}

private let readers: Set = [
    "read_csv", "read_csv_auto", "read_parquet", "parquet_scan", "read_json", "read_json_auto", "read_ndjson",
    "read_text",
    "read_blob", "read_json_objects", "glob", "sniff_csv", "delta_scan", "iceberg_scan", "postgres_scan", "sqlite_scan",
    "mysql_scan",
]
