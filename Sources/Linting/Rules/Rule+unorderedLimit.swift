import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let unorderedLimit = Rule(
        "EST4010",
        "unordered-limit",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "Which rows stay, or how they are numbered, is left to chance.",
        explanation: """
            `limit`, `row_number`, `lag` and `first` depend on an order of the rows. Without one, or with one \
            that leaves rows equal, each run may choose others, and a repeated run gives other data. Sort by \
            columns that tell all rows apart.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - limit: ⟦10⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sort: [-total_price, order_id]
                  - limit: 10
            """
    )
}

extension Check {
    static let unorderedLimit = Check(.unorderedLimit) { project, found in
        project.forEachPart { part, text in
            guard case .call(let name, _) = part.node, let instead = ["first": "min_by", "last": "max_by"][name] else {
                return
            }
            found.report(
                Diagnostic(
                    .unorderedLimit,
                    "'\(name)' takes a row by chance",
                    at: text.span(of: part.range),
                    help: "write '\(instead)' with the column that says the order"
                )
            )
        }
        project.forEachStep { step, keys in
            if step.step is Limit { found.checkLimit(step, keys) }
            if let window = step.step as? Window { found.checkWindow(window) }
        }
        project.forEachQuery { query, tokens in
            for token in tokens.unordered {
                found.report(
                    Diagnostic(
                        .unorderedLimit,
                        "'\(token.text)' without an order takes rows by chance",
                        at: query.span(of: token.range),
                        help: "write an 'order by' that tells all rows apart"
                    )
                )
            }
        }
    }
}

extension Diagnostics {
    fileprivate mutating func checkLimit(_ step: CompiledStep, _ keys: UniqueKeys) {
        guard let order = step.input.writtenOrder else {
            report(
                Diagnostic(
                    .unorderedLimit,
                    "nothing orders the rows, so these are any",
                    at: step.span,
                    help: "put a 'sort' step before this one"
                )
            )
            return
        }
        let known = keys.keys(of: step.input)
        guard !order.isEmpty, let key = known.first, !known.contains(where: { $0.isSubset(of: order) }) else { return }
        let lacking = key.subtracting(order).sorted()
        report(
            Diagnostic(
                .unorderedLimit,
                "the order leaves rows equal, so some of these are any",
                at: step.span,
                help: "add \(lacking.map { "'\($0)'" as Message }.joined(separator: " and ")) to the 'sort' step"
            )
        )
    }

    fileprivate mutating func checkWindow(_ window: Window) {
        guard window.order.isEmpty else { return }
        for (_, function) in window.set {
            let name = function.string.prefix { $0 != "(" }.trimmingPrefix { $0 == " " }
            guard ["row_number", "rank", "dense_rank", "lag", "lead"].contains(name) else { continue }
            report(
                Diagnostic(
                    .unorderedLimit,
                    "'\(name)' without an order numbers rows by chance",
                    at: function.span,
                    help: "add 'order:' with columns that tell the rows of a partition apart"
                )
            )
        }
    }
}

extension Relation {
    /// The columns that the rows are ordered by; nil where nothing orders them, empty where it is not known.
    fileprivate var writtenOrder: Set<String>? {
        switch self {
        case .sort(let keys, _): return Set(keys.map(\.column))
        case .filter(_, let input), .limit(_, _, let input): return input.writtenOrder
        case .project(let columns, let input):
            guard let order = input.writtenOrder else { return nil }
            return order.allSatisfy { name in columns.contains { $0.passes(name) } } ? order : []
        case .query: return []
        default: return nil
        }
    }
}

extension [SQLToken] {
    /// Words that take rows by their order, where the query gives none.
    fileprivate var unordered: [SQLToken] {
        indices.compactMap { index in
            let token = self[index]
            guard token.kind == .word else { return nil }
            switch token.text {
            case "limit":
                let isOrdered = self[..<index].contains { $0.depth == token.depth && $0.isWord("order") }
                return isOrdered ? nil : token
            case "over":
                let inside = self[(index + 1)...].dropFirst().prefix { $0.depth > token.depth }
                let function = self[..<index].last { $0.depth == token.depth && $0.kind == .word }
                guard let function, numbering.contains(function.text), !inside.contains(where: { $0.isWord("order") })
                else { return nil }
                return function
            default: return nil
            }
        }
    }
}

private let numbering: Set<String> = [
    "row_number", "rank", "dense_rank", "lag", "lead", "ntile", "first_value", "last_value",
]
