import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let redundantDependency = Rule(
        "EST2006",
        "redundant-dependency",
        .hint,
        scope: .project,
        fix: .safe,
        since: "0.2.0",
        summary: "A query is given a dataset that it does not name.",
        explanation: """
            The transform waits for it, and is made again when it changes, for nothing. Order and freshness follow from what \
            is read: take it out of `inputs`, or name it in the query.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - sql:
                      query: select i.* from input i join p using (product_id)
                      inputs:
                        p: raw.products
                        ⟦more⟧: raw.products
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - sql:
                      query: select i.* from input i join p using (product_id)
                      inputs:
                        p: raw.products
            """
    )
}

extension Check {
    static let redundantDependency = Check(.redundantDependency) { project, found in
        for pipeline in project.readPipelines {
            for (step, _) in pipeline.transforms.flatMap(\.steps) {
                guard let sql = step as? SQLStep, !sql.inputs.isEmpty else { continue }
                // What stands in quotes is a word too: the engine takes both for a name.
                let words = Set(sqlTokens(of: sql.query.string).map { $0.text.lowercased() })
                let unread = sql.inputs.filter { name, _ in !words.contains(name.string.lowercased()) }
                    .filter { name, _ in !sql.query.string.contains("\"\(name.string)\"") }
                for (name, dataset) in unread {
                    let whole = Span(file: name.span.file, start: name.span.start, end: dataset.span.end)
                    let removal =
                        unread.count < sql.inputs.count ? project.files[name.span.file]?.removal(of: whole) : nil
                    found.report(
                        Diagnostic(
                            .redundantDependency,
                            "the query does not name '\(name)'",
                            at: name.span,
                            help: "take it out of 'inputs', or name it in the query",
                            fix: removal.map { Fix(.safe, "take '\(name)' out", [$0]) }
                        )
                    )
                }
            }
        }
    }
}
