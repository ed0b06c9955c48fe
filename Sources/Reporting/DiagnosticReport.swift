/// What was found in which texts: the one value that every renderer draws.
package struct DiagnosticReport: Sendable {
    /// By file, place and code; each finding once.
    package let diagnostics: [Diagnostic]
    /// The texts by path: for frames, and to say what was checked. A file may be absent.
    package let sources: [String: SourceText]
    /// Every rule that could have fired, by code; SARIF declares the silent ones too, so that closed alerts close.
    package let rules: [Rule]
    package let toolVersion: String

    package init(_ diagnostics: [Diagnostic], sources: [SourceText], rules: [Rule] = [], toolVersion: String) {
        self.diagnostics = Diagnostics(diagnostics).sorted
        self.sources = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        self.rules = Set(rules).union(diagnostics.map(\.rule)).sorted { $0.code < $1.code }
        self.toolVersion = toolVersion
    }

    /// The report as text that ends with a line end, or as the empty string when there is nothing to say.
    package func rendered(as format: DiagnosticFormat, style: TextStyle = TextStyle()) -> String {
        switch format {
        case .text: framedText(style)
        case .concise: concise
        case .json: json
        case .github: githubCommands
        case .gitlab: gitlabCodeQuality
        case .sarif: sarif
        case .junit: junit
        }
    }
}

/// The ways to write a report.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// Frames for people.
    case text
    /// One line a finding, for editors and grep.
    case concise
    case json
    /// Workflow commands that become annotations.
    case github
    /// A Code Quality artefact.
    case gitlab
    /// SARIF 2.1.0.
    case sarif
    case junit
}
