import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let unusedVariable = Rule(
        "EST1020", "unused-variable", .warning, fix: .unsafe, since: "0.2.0",
        summary: "A parameter is declared and nothing reads it.",
        explanation: """
            Whoever gives it a value expects that something changes. Use it as `${params.NAME}`, or in an expression as \
            `params.NAME`; or remove it. A date named `date` is the day of the lake's folders and of generators, and needs \
            no further use.
            """,
        bad: """
            params:
              ⟦limit⟧: {type: int, default: 10}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """,
        good: """
            params:
              folder: {default: include}
            sources:
              orders: {csv: "${params.folder}/orders.csv", schema: orders}
            """)
}

extension Check {
    static let unusedVariable = Check(.unusedVariable) { project, found in
        let layout = project.trees[ProjectFiles.projectFile]?["lake"].map(parametersRead) ?? []
        for source in project.files.inFolder("pipelines") {
            guard let node = project.trees[source.path], let declared = node["params"]?.entries else { continue }
            let read = parametersRead(in: node).union(layout)
            for entry in declared where !read.contains(entry.key) && !entry.isDay {
                let whole = Span(file: source.path, start: entry.keySpan.start, end: max(entry.keySpan.end, entry.value.span.end))
                found.report(
                    Diagnostic(
                        .unusedVariable, "nothing reads parameter '\(entry.key)'", at: entry.keySpan,
                        help: "write '${params.\(entry.key)}' where it is meant, or remove it",
                        fix: source.removal(of: whole).map { Fix(.unsafe, "remove '\(entry.key)'", [$0]) }))
            }
        }
    }
}

extension Node.Entry {
    /// The day that a pipeline processes.
    fileprivate var isDay: Bool { key == "date" && value["type"]?.scalar?.text == "date" }
}

/// Names behind `params.` in any text of a tree, in `${…}` and in expressions alike.
private func parametersRead(in node: Node) -> Set<String> {
    switch node.content {
    case .sequence(let items): items.reduce(into: []) { $0.formUnion(parametersRead(in: $1)) }
    case .mapping(let entries): entries.reduce(into: []) { $0.formUnion(parametersRead(in: $1.value)) }
    case .scalar(let scalar): parametersRead(in: scalar.text)
    }
}

private func parametersRead(in text: String) -> Set<String> {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return [] }
    return Set(
        text.split(separator: "params.", omittingEmptySubsequences: false).dropFirst().map { rest in
            String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
        })
}
