import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let missingPrimaryKey = Rule(
        "EST3004",
        "missing-primary-key",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A dataset is joined, and its schema does not say what identifies a row.",
        explanation: """
            Whether a join repeats rows depends on the key of the other side. With `primary_key` in the schema \
            that is known, and the warehouse's table gets it too.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              prices: {csv: include/prices.csv, schema: prices}
            transforms:
              priced:
                from: raw.orders
                steps:
                  - join: {with: prices, on: product_id}
            # file: schemas/prices.yaml
            schema: ⟦prices⟧
            columns:
              product_id: {type: string, nullable: false}
              price: decimal(12,2)
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              prices: {csv: include/prices.csv, schema: prices}
            transforms:
              priced:
                from: raw.orders
                steps:
                  - join: {with: prices, on: product_id}
            # file: schemas/prices.yaml
            schema: prices
            columns:
              product_id: {type: string, nullable: false}
              price: decimal(12,2)
            primary_key: product_id
            """
    )
}

extension Check {
    static let missingPrimaryKey = Check(.missingPrimaryKey) { project, found in
        project.forEachStep { step, keys in
            guard let join = step.unprovenJoin(keys), let schema = keys.undeclaredSchema(of: join.right),
                let other = (step.step as? JoinStep)?.other
            else { return }
            found.report(
                Diagnostic(
                    .missingPrimaryKey,
                    "schema '\(schema.name)' has no primary key",
                    at: schema.span,
                    notes: [.init("it is joined here", at: other.span)],
                    help: "write 'primary_key:' with the columns that identify a row"
                )
            )
        }
    }
}
