/// The ways to write a report.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// Frames for people.
    case text
    /// One line a finding, for editors and grep.
    case concise
    /// Lines by file.
    case grouped
    /// One object: findings, rules that did not run, counts.
    case json
    /// One object a line; the last is the summary.
    case jsonl
    /// Workflow commands that become annotations.
    case github
    /// A Code Quality artefact.
    case gitlab
    /// SARIF 2.1.0.
    case sarif
    case junit
    /// The reviewdog diagnostic format, with suggestions.
    case rdjson
    case checkstyle
    /// Logging commands of Azure Pipelines.
    case azure
    /// Service messages of TeamCity.
    case teamcity
    /// Tables for comments.
    case markdown
}

extension DiagnosticFormat {
    /// Whether a person reads it as it is: such a report leaves hints out unless they are asked for.
    package var isForPeople: Bool {
        switch self {
        case .text, .concise, .grouped, .markdown: true
        case .json, .jsonl, .github, .gitlab, .sarif, .junit, .rdjson, .checkstyle, .azure, .teamcity: false
        }
    }
}
