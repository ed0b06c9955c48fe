import Configuration
import Kinds
import Quality
package import Reporting

extension Rule {
    package static let redundantDefault = Rule(
        "EST1010", "redundant-default", .hint, fix: .safe, since: "0.2.0",
        summary: "A value is the one that holds anyway.",
        explanation: """
            It says nothing, and whoever reads it looks for a reason. Settings that are better said than guessed, such as the \
            form of a CSV file or the zone of a schedule, are not meant, nor what overrides the project's own defaults.
            """,
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                ⟦zone⟧: raw
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
            """)
}

extension Check {
    static let redundantDefault = Check(.redundantDefault) { project, found in
        let roots = [("pipelines", Pipeline.spec), ("schemas", TableSchema.spec), ("expectations", suiteSpec)]
        for (folder, spec) in roots {
            for source in project.files.inFolder(folder) { reportDefaults(in: source, of: project, spec, &found) }
        }
        for path in project.includes.allFragments {
            guard let source = project.files[path] else { continue }
            reportDefaults(in: source, of: project, Pipeline.fragmentSpec, &found)
        }
        if let source = project.files[ProjectFiles.projectFile] {
            reportDefaults(in: source, of: project, ProjectFile.spec, &found)
        }
    }
}

private func reportDefaults(
    in source: SourceText, of project: LintedProject, _ spec: KindSpec, _ found: inout Diagnostics
) {
    guard let tree = project.trees[source.path] else { return }
    let isProject = source.path == ProjectFiles.projectFile
    forEachField(in: tree, as: spec) { written in
        guard let standard = written.field.default, written.says(standard),
            isProject || !inherited.contains(written.spec.name)
        else { return }
        let (key, value) = (written.entry.keySpan, written.entry.value.span)
        guard key.end <= value.start else { return }  // an alias brings it from elsewhere
        let whole = Span(file: source.path, start: key.start, end: value.end)
        found.report(
            Diagnostic(
                .redundantDefault, "'\(written.field.name)' is '\(standard)' anyway", at: key,
                help: "remove it",
                fix: source.removal(of: whole).map { Fix(.safe, "remove '\(written.field.name)'", [$0]) }))
    }
}

extension WrittenField {
    fileprivate func says(_ standard: String) -> Bool {
        guard !saidOnPurpose.contains(field.name), field.shape.isPlain,
            let scalar = entry.value.scalar, !scalar.text.isEmpty
        else { return false }
        let meant = CoreValue(standard)
        return meant == .text ? scalar.text == standard : scalar.core == meant
    }
}

extension Shape {
    /// Kinds are written though one is the standard: they say what a thing is.
    fileprivate var isPlain: Bool {
        switch self {
        case .variant, .record, .either, .any, .map, .list: false
        default: true
        }
    }
}

/// Other rules ask that these be said, or a reader would miss them.
private let saidOnPurpose: Set = [
    "delimiter", "from", "header", "locale", "max", "min", "mode", "null", "on_failure", "policy", "quote", "scale",
    "schema_changes", "timezone", "to", "version",
]

/// What they say stands over the project's defaults, which need not be the language's.
private let inherited: Set = ["retries", "write"]
