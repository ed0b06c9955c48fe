import Configuration
package import Kinds
package import Reporting

/// What is linted: a project's files and pages of Markdown whose blocks show parts of such a project.
package struct LintSubject {
    /// Lints a project's files as they would be.
    package var look: (ProjectFiles) -> LookedAt
    /// What the command line asks for; `esteira.yaml` says the rest, anew with each of its texts.
    package let request: LintRequest
    /// Findings that do not come from the files.
    package var otherFindings: Diagnostics
    package var baseline: Baseline?
    /// Whether the findings in a file of the project are asked for.
    package var isReported: (String) -> Bool
    /// Those that the request may name.
    private let rules: [Rule]

    package init(
        look: @escaping (ProjectFiles) -> LookedAt, request: LintRequest = LintRequest(),
        otherFindings: Diagnostics = Diagnostics(), baseline: Baseline? = nil,
        isReported: @escaping (String) -> Bool = { _ in true }, rules: [Rule] = allRules
    ) throws(LintUsageError) {
        var unread = Diagnostics()
        _ = try RuleSelection(request, over: LintSection(), rules: rules, found: &unread)
        self.look = look
        self.request = request
        self.otherFindings = otherFindings
        self.baseline = baseline
        self.isReported = isReported
        self.rules = rules
    }

    /// - Parameter files: a project's, and pages.
    /// - Parameter looked: what was seen of the project's files, where that was done already.
    package func judged(_ files: ProjectFiles, looked: LookedAt? = nil) -> (looked: LookedAt, judgement: LintJudgement)
    {
        let pages = files.sources.filter { isPage($0.path) }
        let project = files.with(files.sources.filter { !isPage($0.path) })
        let looked = looked ?? look(project)
        var settings = otherFindings
        let selection = selection(looked, found: &settings)
        settings.report(contentsOf: looked.costlyFindings(selection.asksFor))
        RuleSettings.check(looked.section, rules: looked.rules, found: &settings)
        let whole = LintJudgement(
            looked, selection: selection, more: settings, baseline: baseline, isReported: isReported)
        guard !pages.isEmpty else { return (looked, whole) }
        let parts = pages.flatMap { page in
            markdownBlocks(in: page).compactMap { block in
                // Of what steps may work on, it is meant what they fit best.
                BlockProject.readings(of: block, of: page, in: project).map { reading in
                    LintJudgement(look(reading.files), selection: selection, isReported: { $0 == reading.path })
                        .inPage(page.path, of: reading)
                }.min { $0.errors.count < $1.errors.count }
            }
        }
        return (looked, whole.joined(with: parts))
    }

    private func selection(_ looked: LookedAt, found: inout Diagnostics) -> RuleSelection {
        do throws(LintUsageError) {
            // Texts that were fixed may have other policies than those that the request was made for.
            let known = looked.rules + Set(rules).subtracting(looked.rules)
            return try RuleSelection(request, over: looked.section, rules: known, found: &found)
        } catch {
            preconditionFailure("'\(error)' was understood when the subject was made")
        }
    }
}

/// Whether a file is a page, whose fenced blocks are linted.
package func isPage(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }
