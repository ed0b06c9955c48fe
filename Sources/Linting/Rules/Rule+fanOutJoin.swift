import Algebra
import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let fanOutJoin = Rule(
        "EST4012",
        "fan-out-join",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A join that may repeat rows, since the other side is not unique by the join key.",
        explanation: """
            Where two rows of the other side have the key, the row of this side comes twice, and sums over it \
            are too high. Keep one row of each key first (`dedupe` or `aggregate`), or declare the key: as \
            `primary_key` of the schema or with `unique`.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              notes: {csv: include/notes.csv, schema: notes}
            transforms:
              noted:
                from: raw.orders
                steps:
                  - join: {with: ⟦notes⟧, on: product_id}
            # file: schemas/notes.yaml
            schema: notes
            columns:
              note_id: {type: int, nullable: false}
              product_id: string
              note: string
            primary_key: note_id
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              notes: {csv: include/notes.csv, schema: notes}
            transforms:
              last_notes:
                from: raw.notes
                steps:
                  - dedupe: product_id
              noted:
                from: raw.orders
                steps:
                  - join: {with: last_notes, on: product_id}
            # file: schemas/notes.yaml
            schema: notes
            columns:
              note_id: {type: int, nullable: false}
              product_id: string
              note: string
            primary_key: note_id
            """
    )
}

extension Check {
    static let fanOutJoin = Check(.fanOutJoin) { project, found in
        project.forEachStep { step, keys in
            guard let join = step.unprovenJoin(keys), keys.undeclaredSchema(of: join.right) == nil,
                let other = (step.step as? JoinStep)?.other
            else { return }
            found.report(
                Diagnostic(
                    .fanOutJoin,
                    "'\(other)' may have several rows for one \(join.keyPhrase)",
                    at: other.span,
                    help: "keep one row of each key with 'dedupe' first, or declare the key of '\(other)'"
                )
            )
        }
    }
}
