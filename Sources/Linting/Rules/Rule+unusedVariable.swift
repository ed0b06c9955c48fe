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
        let lake = project.trees[ProjectFiles.projectFile]?["lake"]
        let layout = [lake].compactMap(\.self).flatMap(\.parametersRead)
        let given = Dictionary(
            project.profileParams.map { ($0.entry.key, (profile: $0.profile, span: $0.entry.keySpan)) },
            uniquingKeysWith: { first, _ in first })
        // A parameter of a fragment is read where any pipeline reads it.
        var (known, read): (Set<Span>, Set<Span>) = ([], [])
        for node in project.pipelineTrees {
            let (names, declared) = (node.parametersRead.union(layout), node.entries(of: "params"))
            known.formUnion(declared.map(\.keySpan))
            read.formUnion(declared.filter { names.contains($0.key) || $0.isDay }.map(\.keySpan))
        }
        for (path, node) in project.pipelineFiles {
            guard let source = project.files[path], let section = node[entry: "params"] else { continue }
            let declared = node.entries(of: "params")
            let unused = declared.filter { known.contains($0.keySpan) && !read.contains($0.keySpan) }
            // What a profile sets stays until somebody takes it out in both places.
            let removable = unused.filter { given[$0.key] == nil }
            for entry in unused {
                // Without entries the section would be left empty: it goes with its last ones.
                let gone = removable.count == declared.count ? section : entry
                let whole = Span(file: path, start: gone.keySpan.start, end: max(gone.keySpan.end, gone.value.span.end))
                found.report(
                    Diagnostic(
                        .unusedVariable, "nothing reads parameter '\(entry.key)'", at: entry.keySpan,
                        notes: [given[entry.key]].compactMap(\.self).map {
                            .init("profile '\($0.profile)' sets it here", at: $0.span)
                        },
                        help: "write '${params.\(entry.key)}' where it is meant, or remove it",
                        fix: given[entry.key] != nil
                            ? nil : source.removal(of: whole).map { Fix(.unsafe, "remove '\(entry.key)'", [$0]) }))
            }
        }
    }
}

extension Node.Entry {
    /// The day that a pipeline processes.
    fileprivate var isDay: Bool { key == "date" && value["type"]?.scalar?.text == "date" }
}
