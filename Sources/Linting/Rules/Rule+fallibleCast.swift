import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let fallibleCast = Rule(
        "EST4008",
        "fallible-cast",
        .hint,
        scope: .types,
        fix: .unsafe,
        since: "0.2.0",
        summary: "A cast of text that stops the task at the first text that does not fit.",
        explanation: """
            Text that comes from outside holds anything. `cast` fails the task where it is not a value of the \
            type; `try_cast` gives null there, which a filter or an expectation can then deal with.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {pieces: ⟦cast(status as int)⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {pieces: try_cast(status as int)}
            """
    )
}

extension Check {
    static let fallibleCast = Check(.fallibleCast) { project, found in
        project.forEachPart { part, text in
            guard case .cast(let value, isTry: false) = part.node, value.isFreeText, part.type != .string else {
                return
            }
            let word = "cast"
            let start = part.range.lowerBound..<part.range.lowerBound + word.utf8.count
            let isCall = text.string.utf8.dropFirst(start.lowerBound).starts(with: word.utf8)
            found.report(
                Diagnostic(
                    .fallibleCast,
                    "this stops the task at a text that is not a \(part.type)",
                    at: text.span(of: part.range),
                    help: "write 'try_cast', which gives null there",
                    fix: isCall ? text.fix(.unsafe, "write 'try_cast'", replacing: start, by: "try_cast") : nil
                )
            )
        }
        project.forEachStep { step, _ in
            guard let cast = step.step as? Cast, cast.failsOnError else { return }
            for (name, type) in cast.columns
            where step.input.row[name.string]?.type == .string && type.string != "string" {
                found.report(
                    Diagnostic(
                        .fallibleCast,
                        "this stops the task at a text that is not a \(type)",
                        at: name.span,
                        help: "say 'on_error: null' to get null there"
                    )
                )
            }
        }
    }
}

extension TypedExpression {
    /// Text that is not written in the expression itself.
    fileprivate var isFreeText: Bool {
        guard type == .string else { return false }
        if case .literal = node { return false }
        return true
    }
}
