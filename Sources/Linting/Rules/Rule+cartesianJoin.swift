import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let cartesianJoin = Rule(
        "EST4011",
        "cartesian-join",
        .error,
        scope: .types,
        since: "0.2.0",
        summary: "A join whose condition does not tie the two sides together.",
        explanation: """
            Every row of one side meets every row of the other: a thousand and a million rows give a thousand \
            million. Compare a column of one side with one of the other.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              named:
                from: raw.orders
                steps:
                  - join: {with: products, condition: ⟦orders.quantity > 0⟧, columns: [category]}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              named:
                from: raw.orders
                steps:
                  - join: {with: products, on: product_id, columns: [category]}
            """
    )
}

extension Check {
    static let cartesianJoin = Check(.cartesianJoin) { project, found in
        project.forEachStep { step, _ in
            guard let written = (step.step as? JoinStep)?.condition, case .join(let join) = step.output,
                case .expression(let condition) = join.condition
            else { return }
            let sides = Set(condition.columns.map(\.qualifier))
            guard !sides.isSuperset(of: [join.leftName, join.rightName]) else { return }
            found.report(
                Diagnostic(
                    .cartesianJoin,
                    "the condition does not compare '\(join.leftName)' with '\(join.rightName)'",
                    at: written.span,
                    help: "compare a column of each, as in '\(join.leftName).id = \(join.rightName).id'"
                )
            )
        }
    }
}
