package import Configuration
package import Kinds
package import Planning
import Reporting

/// All that a check may look at: the files, what they were read as, and what the pipelines compile to.
package struct LintedProject {
    package var files: ProjectFiles
    /// By path; files that do not parse are absent.
    package var trees: [String: Node]
    /// What pipelines are together with their fragments.
    package var includes: Includes
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
        files: ProjectFiles, trees: [String: Node], includes: Includes, project: Project?,
        pipelines: [CompiledPipeline],
        clock: ReadingClock, trackedFiles: Set<String>? = nil, hasErrors: Bool = false,
        settings: RuleSettings = RuleSettings(), policies: Policies = Policies()
    ) {
        self.files = files
        self.trees = trees
        self.includes = includes
        self.project = project
        self.pipelines = pipelines
        self.clock = clock
        self.trackedFiles = trackedFiles
        self.hasErrors = hasErrors
        self.settings = settings
        self.policies = policies
    }

    /// The parsed files of a folder such as `schemas`, by path.
    package func trees(in folder: String) -> [(path: String, node: Node)] {
        files.inFolder(folder).compactMap { source in trees[source.path].map { (source.path, $0) } }
    }

    /// What pipelines were read from, fragments and all. A node may stand in another file.
    package var pipelineTrees: [Node] { files.inFolder("pipelines").compactMap { includes.pipelines[$0.path] } }

    /// As written: pipelines, and the fragments that they include.
    package var pipelineFiles: [(path: String, node: Node)] {
        trees(in: "pipelines") + includes.allFragments.compactMap { path in trees[path].map { (path, $0) } }
    }

    /// The tree a pipeline was read from, fragments and all.
    package func tree(of pipeline: Pipeline) -> Node? { includes.pipelines[pipeline.file] }

    /// Whether everything could be read, so that what is absent is really absent.
    package var isWhole: Bool {
        project != nil && files.unread.isEmpty
            && files.sources.allSatisfy { !$0.isConfiguration || trees[$0.path] != nil }
            && files.inFolder("pipelines").allSatisfy { includes.pipelines[$0.path] != nil }
    }
}

extension SourceText {
    fileprivate var isConfiguration: Bool { [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) } }
}
