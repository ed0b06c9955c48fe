import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let decimalUnscaled = Rule(
        "EST3006",
        "decimal-unscaled",
        .warning,
        scope: .file,
        since: "0.2.0",
        summary: "A decimal that does not say how many digits it has.",
        explanation: """
            Engines choose different digits for a bare `decimal` (here 18 with 3 behind the point), so amounts \
            may be rounded on the way. Write the digits: `decimal(12,2)`.
            """,
        bad: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              balance: ⟦decimal⟧
            """,
        good: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              balance: decimal(12,2)
            """
    )
}

extension Check {
    static let decimalUnscaled = Check(.decimalUnscaled) { project, found in
        for column in project.schemaColumns where bareDecimals.contains(column.type.string.lowercased()) {
            found.report(.decimalUnscaled(column.type))
        }
        project.forEachStep { step, _ in
            guard let cast = step.step as? Cast else { return }
            for (_, type) in cast.columns where bareDecimals.contains(type.string.lowercased()) {
                found.report(.decimalUnscaled(type))
            }
        }
    }
}

private let bareDecimals: Set = ["decimal", "numeric"]

extension Diagnostic {
    fileprivate static func decimalUnscaled(_ type: Text) -> Diagnostic {
        Diagnostic(
            .decimalUnscaled,
            "'\(type)' does not say how many digits it has",
            at: type.span,
            help: "write them, as in 'decimal(12,2)'"
        )
    }
}
