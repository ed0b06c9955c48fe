import Configuration
import Kinds
import Planning
import Quality
import Reporting
import Synthesis

extension Check {
    /// Schemas, suites and generators that no pipeline uses. Sources are found when their pipeline is compiled.
    static let unusedObject = Check(.unusedSource) { project, found in
        // What could not be read may be what uses them.
        guard project.isWhole, !project.hasErrors else { return }
        let pipelines = project.pipelines.map(\.pipeline)
        reportSchemas(of: project, pipelines, &found)
        reportSuites(of: project, pipelines, &found)
        reportGenerators(pipelines, &found)
    }
}

private func reportSchemas(of project: LintedProject, _ pipelines: [Pipeline], _ found: inout Diagnostics) {
    var used = Set(pipelines.flatMap(\.sources).compactMap { $0.schema?.string })
    used.formUnion(pipelines.flatMap(\.sinks).map(\.schemaName))
    for (_, node) in project.trees(in: "schemas") {
        guard let name = node["schema"], let text = name.scalar?.text, !used.contains(text) else { continue }
        reportUnused(
            "no source or sink uses schema '\(text)'", at: name.span,
            help: "remove the file, or name it: 'schema: \(text)'", &found)
    }
}

private func reportSuites(of project: LintedProject, _ pipelines: [Pipeline], _ found: inout Diagnostics) {
    let used = Set(pipelines.flatMap(\.expectations).map(\.suite.string))
    for (path, node) in project.trees(in: "expectations") {
        let stem = String(path.lastPart(after: "/").prefix { $0 != "." })
        guard !used.contains(stem), !used.contains(path) else { continue }
        reportUnused(
            "no pipeline uses suite '\(stem)'", at: node["suite"]?.span ?? .startOf(path),
            help: "bind it under 'expectations:' of a pipeline, or remove the file", &found)
    }
}

private func reportGenerators(_ pipelines: [Pipeline], _ found: inout Diagnostics) {
    // Folders hold parameters, which another pipeline may have with other values.
    let patterns = pipelines.flatMap(\.sources).map { $0.path.string.lastPart(after: "/") }
    for generator in pipelines.flatMap(\.generators) {
        let files = generator.database.tables.map { generator.path(of: $0.name).lastPart(after: "/") }
        guard !files.isEmpty, !files.contains(where: { file in patterns.contains { fitsPattern(file, $0) } }) else {
            continue
        }
        reportUnused(
            "no source reads what generator '\(generator.name)' writes", at: generator.span,
            help: "read '\(generator.pathTemplate)' in a source, or remove it", &found)
    }
}

private func reportUnused(_ message: Message, at span: Span, help: Message, _ found: inout Diagnostics) {
    found.report(Diagnostic(.unusedSource, message, at: span, help: help))
}

/// Whether a name fits before the first `*` of a pattern and after the last.
private func fitsPattern(_ name: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return name == pattern }
    return name.count >= first.count + last.count && name.hasPrefix(first) && name.hasSuffix(last)
}
