import Configuration
package import Kinds
package import Reporting

/// What is linted: a project's files and pages of Markdown whose blocks show parts of such a project.
package struct LintSubject {
    /// Lints a project's files as they would be.
    package var look: (ProjectFiles) -> LookedAt
    package var selection: RuleSelection
    /// Findings about the settings themselves.
    package var settings: Diagnostics
    package var baseline: Baseline?
    /// Whether the findings in a file of the project are asked for.
    package var isReported: (String) -> Bool

    package init(
        look: @escaping (ProjectFiles) -> LookedAt, selection: RuleSelection, settings: Diagnostics = Diagnostics(),
        baseline: Baseline? = nil, isReported: @escaping (String) -> Bool = { _ in true }
    ) {
        self.look = look
        self.selection = selection
        self.settings = settings
        self.baseline = baseline
        self.isReported = isReported
    }

    /// - Parameter files: a project's, and pages.
    /// - Parameter looked: what was seen of the project's files, where that was done already.
    package func judged(_ files: ProjectFiles, looked: LookedAt? = nil) -> (looked: LookedAt, judgement: LintJudgement) {
        let pages = files.sources.filter { isPage($0.path) }
        let project = ProjectFiles(files.sources.filter { !isPage($0.path) })
        let looked = looked ?? look(project)
        let whole = LintJudgement(
            looked, selection: selection, more: settings, baseline: baseline, isReported: isReported)
        guard !pages.isEmpty else { return (looked, whole) }
        let parts = pages.flatMap { page in
            markdownBlocks(in: page).compactMap { BlockProject($0, of: page, in: project) }.map { block in
                let judgement = LintJudgement(look(block.files), selection: selection, isReported: { $0 == block.path })
                return LintJudgement(judgement, of: block, in: page.path)
            }
        }
        return (looked, LintJudgement(joining: [whole] + parts))
    }
}

/// Whether a file is a page, whose fenced blocks are linted.
package func isPage(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }
