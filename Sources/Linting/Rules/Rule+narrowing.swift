import Configuration
import Expressions
import Kinds
package import Reporting

extension Rule {
    package static let narrowing = Rule(
        "EST3009",
        "narrowing",
        .hint,
        scope: .types,
        since: "0.2.0",
        summary: "A cast to a type that cannot hold every value of the one before.",
        explanation: """
            A whole number or decimal with too many digits before the point stops the task, on the day such a \
            value first comes. Choose a type as wide as the input's, or say with `try_cast` that such values \
            become null.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {cents: ⟦cast(total_price as int)⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {cents: cast(total_price as bigint)}
            """
    )
}

extension Check {
    static let narrowing = Check(.narrowing) { project, found in
        project.forEachPart { part, text in
            guard case .cast(let value, isTry: false) = part.node, isNarrower(part.type, than: value.type) else {
                return
            }
            if case .literal = value.node { return }
            found.report(
                Diagnostic(
                    .narrowing,
                    "\(part.type) does not hold every \(value.type)",
                    at: text.span(of: part.range),
                    help: "choose a wider type, or write 'try_cast'"
                )
            )
        }
    }
}

/// Whether fewer digits fit before the point.
private func isNarrower(_ type: DataType, than other: DataType) -> Bool {
    guard let digits = type.wholeDigits, let needed = other.wholeDigits else { return false }
    return digits < needed
}

extension DataType {
    /// Digits before the point that always fit, or of the greatest value.
    fileprivate var wholeDigits: Int? {
        switch self {
        case .int: 10
        case .bigint: 19
        case .decimal(let precision, let scale): precision - scale
        default: nil
        }
    }
}
