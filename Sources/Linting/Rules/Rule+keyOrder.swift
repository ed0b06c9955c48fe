import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let keyOrder = Rule(
        "EST9004",
        "key-order",
        .hint,
        since: "0.2.0",
        summary: "The keys of a file are not in the order of the language.",
        explanation: """
            Files that all begin with what they are and end with what they load are read faster, and differences between two \
            of them are real ones. The order is that of the reference; `esteira fmt` writes it.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            ⟦description⟧: Loads the orders
            sinks:
              orders: {from: raw.orders, table: orders}
            """,
        good: """
            description: Loads the orders
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders}
            """
    )
}

extension Check {
    static let keyOrder = Check(.keyOrder) { project, found in
        if let tree = project.trees[ProjectFiles.projectFile] { checkOrder(of: tree, as: ProjectFile.spec, &found) }
        for (_, tree) in project.pipelineFiles { checkOrder(of: tree, as: Pipeline.spec, &found) }
        for (_, tree) in project.trees(in: "schemas") { checkOrder(of: tree, as: TableSchema.spec, &found) }
    }
}

/// Reports the first key that stands too late.
private func checkOrder(of tree: Node, as spec: KindSpec, _ found: inout Diagnostics) {
    let places = Dictionary(zip(spec.fields.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
    var latest: (key: String, place: Int)?
    guard let entries = tree.entries else { return }
    for entry in entries {
        // What `meta` holds is nobody's business, and neither is its place.
        guard entry.key != "meta", let place = places[entry.key] else { continue }
        if let before = latest, place < before.place {
            found.report(
                Diagnostic(
                    .keyOrder,
                    "'\(entry.key)' stands after '\(before.key)'",
                    at: entry.keySpan,
                    help: "'esteira fmt' puts the keys in order"
                )
            )
            return
        }
        latest = (entry.key, place)
    }
}
