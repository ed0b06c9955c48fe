import Algebra
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let duplicateColumn = Rule(
        "EST3002",
        "duplicate-column",
        .error,
        scope: .project,
        since: "0.2.0",
        summary: "Two columns whose names differ in letter case alone.",
        explanation: """
            Engines and warehouses fold the case of names, so the two would be one there: a table could not be \
            made, or one of the columns would win. Give one of them a name of its own.
            """,
        bad: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              email: string
              ⟦Email⟧: string
            """,
        good: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              email: string
              second_email: string
            """
    )
}

extension Check {
    static let duplicateColumn = Check(.duplicateColumn) { project, found in
        guard let schemas = project.project?.schemas.values else { return }
        for schema in schemas {
            for (first, second) in foldedTwice(schema.columns, \.column.name) {
                found.report(
                    Diagnostic(
                        .duplicateColumn,
                        "columns '\(first.column.name)' and '\(second.column.name)' differ in letter case alone",
                        at: second.span,
                        notes: [.init("the first is here", at: first.span)],
                        help: "rename one of them"
                    )
                )
            }
        }
        project.forEachStep { step, _ in
            guard let (first, second) = foldedTwice(step.output.row.columns, \.name).first,
                foldedTwice(step.input.row.columns, \.name).isEmpty
            else { return }
            found.report(
                Diagnostic(
                    .duplicateColumn,
                    "columns '\(first.name)' and '\(second.name)' differ in letter case alone",
                    at: step.span,
                    help: "rename one of them"
                )
            )
        }
    }
}

/// Items whose names are the same in small letters, each with the first of that name.
private func foldedTwice<Item>(_ items: [Item], _ name: (Item) -> String) -> [(Item, Item)] {
    var first: [String: Item] = [:]
    return items.compactMap { item in
        let folded = name(item).lowercased()
        guard let earlier = first[folded] else {
            first[folded] = item
            return nil
        }
        return (earlier, item)
    }
}
