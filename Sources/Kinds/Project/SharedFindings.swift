package import Reporting

/// Findings of pipelines that share files: what is found at one place for several of them is told once, with the notes of all.
package struct SharedFindings {
    private var items: [Diagnostic] = []
    private var places: [Told: Int] = [:]

    private struct Told: Hashable {
        var rule: Rule
        var message: Message
        var span: Span
    }

    package init() {}

    /// Adds what was found for a pipeline.
    ///
    /// - Parameter fragments: paths of what it includes.
    package mutating func take(_ findings: [Diagnostic], of pipeline: String, including fragments: Set<String>) {
        for finding in findings {
            var finding = finding
            if fragments.contains(finding.span.file) { finding.notes.append(.init("it is included by '\(pipeline)'")) }
            let told = Told(rule: finding.rule, message: finding.message, span: finding.span)
            if let place = places[told] {
                items[place].notes += finding.notes.filter { !items[place].notes.contains($0) }
            } else {
                places[told] = items.count
                items.append(finding)
            }
        }
    }

    package var diagnostics: Diagnostics { Diagnostics(items) }
}
