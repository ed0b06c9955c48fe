package import Reporting

/// The tree of a YAML or JSON file; nil when it cannot be read at all, with the reason in `found`.
/// An empty file is a null scalar.
package func parseYAML(_ source: SourceText, found: inout Diagnostics, limits: YAMLLimits = .standard) -> Node? {
    guard source.utf8.count <= limits.bytes else {
        found.report(
            Diagnostic(
                .yamlExpansionLimit,
                "the file has \(source.utf8.count) bytes, more than \(limits.bytes)",
                at: .startOf(source.path),
                help: "split it into smaller files"
            )
        )
        return nil
    }
    guard checkEncoding(of: source, found: &found) else { return nil }
    checkLineEnds(of: source, found: &found)
    var events = YAMLEvents(YAMLInput(source))
    var builder = TreeBuilder(source, limits: limits)
    do throws(YAMLProblem) {
        while builder.isOpen {
            builder.take(try events.next())
        }
    } catch {
        builder.takeProblem(error)
    }
    found.report(contentsOf: builder.found)
    return builder.tree
}
