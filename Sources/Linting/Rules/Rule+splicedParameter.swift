import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let splicedParameter = Rule(
        "EST4021",
        "spliced-parameter",
        .error,
        scope: .types,
        since: "0.2.0",
        summary: "A value is pasted into the text of a query.",
        explanation: """
            What is pasted becomes SQL: a quote in a parameter ends the text it stands in, and the rest is run. \
            And each value makes another query. Give the value a column in a `set` step before the query, where \
            it stays a value.
            """,
        bad: """
            params: {status: {type: string, default: paid}}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sql:
                      query: "select status from input where status = '⟦${params.status}⟧'"
                      columns: {status: string}
            """,
        good: """
            params: {status: {type: string, default: paid}}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {wanted: params.status}
                  - sql:
                      query: select status from input where status = wanted
                      columns: {status: string}
            """
    )
}

extension Check {
    static let splicedParameter = Check(.splicedParameter) { project, found in
        for pipeline in project.pipelines {
            guard let tree = project.tree(of: pipeline.pipeline) else { continue }
            for scalar in tree.queryTexts {
                for place in splices(in: scalar.text) {
                    found.report(
                        Diagnostic(
                            .splicedParameter,
                            "a value is pasted into the text of the query",
                            at: scalar.places.span(of: place, in: scalar.text),
                            help: "put it in a column before: 'set: {wanted: params.NAME}', and compare with that"
                        )
                    )
                }
            }
        }
    }
}

extension Node {
    /// Queries of the `sql` steps of a pipeline, as written.
    fileprivate var queryTexts: [Scalar] {
        entries(of: "transforms").compactMap { $0.value["steps"]?.items }.joined().compactMap { step in
            (step["sql"]?["query"] ?? step["sql"])?.scalar
        }
    }
}

/// UTF-8 ranges of each `${…}`; `$$` is a dollar sign.
private func splices(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var found: [Range<Int>] = []
    var at = 0
    while at + 1 < bytes.count {
        guard bytes[at] == UInt8(ascii: "$") else {
            at += 1
            continue
        }
        if bytes[at + 1] == UInt8(ascii: "{"), let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")) {
            found.append(at..<end + 1)
            at = end
        }
        at += 2
    }
    return found
}
