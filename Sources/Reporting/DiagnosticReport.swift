/// What was found in which texts: the one value that every renderer draws.
package struct DiagnosticReport: Sendable {
    /// By file, place and code; each finding once; in `language`.
    package let diagnostics: [Diagnostic]
    /// The texts by path: for frames, and to say what was checked. A file may be absent.
    package let sources: [String: SourceText]
    /// Every rule that could have fired, by code; SARIF declares the silent ones too, so that closed alerts close.
    package let rules: [Rule]
    package let toolVersion: String
    /// Findings that are known and accepted, in the order of `diagnostics`.
    package let suppressed: [SuppressedFinding]
    package let rulesNotRun: [RuleNotRun]
    /// What a whole check was; nil where some findings alone are shown.
    package let summary: CheckSummary?
    package let language: Language
    /// What tells one of `diagnostics` from another from run to run; the same in every language.
    package let fingerprints: [String]
    /// Those of `suppressed`, which differ from all of `fingerprints`.
    let suppressedFingerprints: [String]

    package init(
        _ diagnostics: [Diagnostic],
        sources: [SourceText],
        rules: [Rule] = [],
        toolVersion: String,
        suppressed: [SuppressedFinding] = [],
        rulesNotRun: [RuleNotRun] = [],
        summary: CheckSummary? = nil,
        language: Language = .english
    ) {
        let findings = Diagnostics(diagnostics).sorted
        let accepted = suppressed.sorted { $0.finding.comesBefore($1.finding) }
        let prints = Reporting.fingerprints(of: findings + accepted.map(\.finding))
        fingerprints = Array(prints.prefix(findings.count))
        suppressedFingerprints = Array(prints.dropFirst(findings.count))
        self.diagnostics = findings.map { $0.translated(into: language) }
        self.sources = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let fired = diagnostics.map(\.rule) + suppressed.map(\.finding.rule)
        self.rules = Set(rules).union(fired).sorted { $0.code < $1.code }.map { $0.translated(into: language) }
        self.toolVersion = toolVersion
        self.suppressed = accepted.map { SuppressedFinding($0.finding.translated(into: language), by: $0.place) }
        self.rulesNotRun = rulesNotRun.map { RuleNotRun($0.rule, $0.reason.translated(into: language)) }
        self.summary = summary
        self.language = language
    }

    /// The report as text that ends with a line end, or as the empty string when there is nothing to say.
    ///
    /// - Parameter grouping: what text and groups put together; nil: text as the findings come, groups by file.
    package func rendered(
        as format: DiagnosticFormat, style: TextStyle = TextStyle(), grouping: FindingGroup? = nil
    ) -> String {
        switch format {
        case .text: framedText(style, by: grouping)
        case .concise: concise
        case .grouped: grouped(style, by: grouping ?? .file)
        case .json: json
        case .jsonl: jsonLines
        case .github: githubCommands
        case .gitlab: gitlabCodeQuality
        case .sarif: sarif
        case .junit: junit
        case .rdjson: reviewdog
        case .checkstyle: checkstyle
        case .azure: azureCommands
        case .teamcity: teamcityMessages
        case .markdown: markdown
        }
    }
}

/// A finding that a comment or the baseline accepts.
package struct SuppressedFinding: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        /// A comment in the file, with the reason that it gives.
        case comment(reason: String?)
        case baseline
    }

    package var finding: Diagnostic
    package var place: Place

    package init(_ finding: Diagnostic, by place: Place) {
        self.finding = finding
        self.place = place
    }
}

/// A rule that could not look, and what it lacked.
package struct RuleNotRun: Hashable, Sendable {
    package var rule: Rule
    package var reason: Message

    package init(_ rule: Rule, _ reason: Message) {
        self.rule = rule
        self.reason = reason
    }
}

/// What was looked at, beside what was found.
package struct CheckSummary: Hashable, Sendable {
    package var fileCount: Int
    /// Hints that were found and are not shown.
    package var hiddenHints: Int
    /// Findings that were put right before.
    package var fixed: Int
    /// How long it took; nil where output must be the same in every run.
    package var milliseconds: Int?

    package init(fileCount: Int, hiddenHints: Int = 0, fixed: Int = 0, milliseconds: Int? = nil) {
        self.fileCount = fileCount
        self.hiddenHints = hiddenHints
        self.fixed = fixed
        self.milliseconds = milliseconds
    }
}
