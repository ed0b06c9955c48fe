package import Configuration
package import Kinds
package import Planning
import Reporting

/// All that a check may look at: the files, what they were read as, and what the pipelines compile to.
package struct LintedProject {
    package var files: ProjectFiles
    /// By path; files that do not parse are absent.
    package var trees: [String: Node]
    /// Nil where `esteira.yaml` is missing or too broken to go on.
    package var project: Project?
    package var pipelines: [CompiledPipeline]
    /// The moment against which dates are judged.
    package var clock: ReadingClock
    /// Paths that git tracks, relative to the project; nil where that is not known.
    package var trackedFiles: Set<String>?
    /// Whether reading or compiling found an error, so that what is absent may only be unread.
    package var hasErrors: Bool
    /// What is set of single rules.
    package var settings: RuleSettings
    /// Rules of the project's own.
    package var policies: Policies

    package init(
        files: ProjectFiles, trees: [String: Node], project: Project?, pipelines: [CompiledPipeline],
        clock: ReadingClock, trackedFiles: Set<String>? = nil, hasErrors: Bool = false,
        settings: RuleSettings = RuleSettings(), policies: Policies = Policies()
    ) {
        self.files = files
        self.trees = trees
        self.project = project
        self.pipelines = pipelines
        self.clock = clock
        self.trackedFiles = trackedFiles
        self.hasErrors = hasErrors
        self.settings = settings
        self.policies = policies
    }

    /// The parsed files of a folder such as `pipelines`, by path.
    package func trees(in folder: String) -> [(path: String, node: Node)] {
        files.inFolder(folder).compactMap { source in trees[source.path].map { (source.path, $0) } }
    }

    /// The tree a pipeline was read from.
    package func tree(of pipeline: Pipeline) -> Node? { trees[pipeline.file] }

    /// Whether everything could be read, so that what is absent is really absent.
    package var isWhole: Bool { project != nil && files.sources.allSatisfy { !$0.isConfiguration || trees[$0.path] != nil } }
}

extension SourceText {
    fileprivate var isConfiguration: Bool { [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) } }
}
