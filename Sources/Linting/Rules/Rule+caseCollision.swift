import Algebra
import Configuration
import Kinds
package import Reporting
import Synthesis

extension Rule {
    package static let caseCollision = Rule(
        "EST2011", "case-collision", .warning, scope: .project, since: "0.2.0",
        summary: "Two names differ only in upper and lower case.",
        explanation: """
            They are two names here, and one to PostgreSQL without quotes, to the file systems of macOS and Windows, and to \
            most people. Rename one of them.
            """,
        bad: """
            sources:
              visits: {csv: include/orders.csv, schema: orders}
              ⟦Visits⟧: {csv: include/others.csv, schema: orders}
            """,
        good: """
            sources:
              visits: {csv: include/orders.csv, schema: orders}
              more_visits: {csv: include/others.csv, schema: orders}
            """)
}

extension Check {
    static let caseCollision = Check(.caseCollision) { project, found in
        reportCollisions("files", project.files.sources.map { ($0.path, .startOf($0.path)) }, &found)
        let schemas = project.trees(in: "schemas").compactMap { namedPlace($0.node, "schema") }
        reportCollisions("schemas", schemas, &found)
        let pipelines = project.readPipelines
        reportCollisions("pipelines", pipelines.map { ($0.name, $0.span) }, &found)
        let tables = pipelines.flatMap(\.sinks).map { ("\($0.connection).\($0.table)", $0.table.span) }
        reportCollisions("tables", tables, &found)
        reportCollisions("datasets", project.lakeDatasets.map { ("\($0.name)", $0.span) }, &found)
        for generator in pipelines.flatMap(\.generators) {
            reportCollisions("generated tables", generator.database.tables.map { ($0.name, generator.span) }, &found)
        }
    }
}

private func namedPlace(_ node: Node, _ key: String) -> (String, Span)? {
    node[key]?.scalar.map { ($0.text, $0.places.span) }
}

private func reportCollisions(_ kind: Message, _ names: [(name: String, span: Span)], _ found: inout Diagnostics) {
    var firsts: [String: (name: String, span: Span)] = [:]
    for (name, span) in names {
        let folded = name.lowercased()
        guard let first = firsts[folded] else {
            firsts[folded] = (name, span)
            continue
        }
        guard first.name != name else { continue }
        found.report(
            Diagnostic(
                .caseCollision, "\(kind) '\(first.name)' and '\(name)' differ only in case", at: span,
                notes: first.span == span ? [] : [.init("the first is here", at: first.span)],
                help: "rename one of them"))
    }
}
