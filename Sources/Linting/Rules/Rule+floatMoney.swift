import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let floatMoney = Rule(
        "EST3007",
        "float-money",
        .warning,
        scope: .file,
        fix: .unsafe,
        since: "0.2.0",
        summary: "An amount of money in a binary floating-point number.",
        explanation: """
            0.10 has no exact binary form: sums of such amounts drift, and equal amounts compare as different. A \
            decimal keeps the digits as they are written.
            """,
        bad: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              balance: ⟦double⟧
            """,
        good: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              balance: decimal(18,2)
            """
    )
}

extension Check {
    static let floatMoney = Check(.floatMoney) { project, found in
        for column in project.schemaColumns where floats.contains(column.type.string.lowercased()) {
            let words = column.name.string.lowercased().split(separator: "_").map(String.init)
            guard !amounts.isDisjoint(with: words), counts.isDisjoint(with: words) else { continue }
            found.report(
                Diagnostic(
                    .floatMoney,
                    "'\(column.name)' looks like an amount, and \(column.type) does not hold it exactly",
                    at: column.type.span,
                    help: "write a decimal, as in 'decimal(18,2)'",
                    fix: Fix(.unsafe, "write 'decimal(18,2)'", [TextEdit(column.type.span, "\"decimal(18,2)\"")])
                )
            )
        }
    }
}

private let floats: Set = ["double", "float", "real", "float64", "double precision"]
private let amounts: Set = [
    "amount", "balance", "cost", "discount", "fee", "price", "revenue", "salary", "subtotal", "tax", "total", "valor",
    "preco",
    "saldo", "custo", "desconto", "receita", "salario",
]
/// Words beside which `total` is none of money.
private let counts: Set = [
    "rate", "ratio", "share", "percent", "pct", "score", "weight", "seconds", "minutes", "hours",
]
