import ArgumentParser
import Configuration
import Kinds
import Planning
import Reporting

/// What a plan is compared with.
struct PlanBase: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "List what has changed since a git revision: columns, rows, checks, words and settings.", valueName: "rev"))
    var base: String?

    /// Nil where no revision was asked for.
    ///
    /// - Parameter probe: the same for both states, so that only the files differ.
    func changes(of pipeline: Pipeline, in project: LoadedProject, probe: PlanProbe) throws -> PlanChanges? {
        guard let base, let declared = project.reading.project else { return nil }
        let files = try GitTree(revision: base, folder: project.folder.path).projectFiles()
        var options = project.readingOptions
        options.scope.requiresEnvironment = false
        // What a parameter of today is called need not have existed then.
        let reading = readProject(files, options: options)
        var found = Diagnostics()
        let now = ComparedPipeline(compile(pipeline, of: declared, probe: probe, found: &found), of: declared)
        guard let then = reading.project else {
            return PlanChanges(
                base: base,
                note: files[ProjectFiles.projectFile] == nil
                    ? "the project was not there" : "the project could not be read then")
        }
        let before =
            then.pipelines.first { $0.name == pipeline.name } ?? formerPipeline(pipeline, from: then, to: declared)
        found = reading.found
        let compared = before.map { ComparedPipeline(compile($0, of: then, probe: probe, found: &found), of: then) }
        var changes = Planning.changes(from: compared, to: now, base: base)
        changes.addRemovedPipelines(of: then, now: declared, except: before?.name)
        let errors = found.items.filter { $0.severity == .error && ($0.span.file == before?.file || before == nil) }
        if let first = errors.first {
            changes.note =
                "the project had errors then, so that less could be compared: \(first.message)   \(first.span)"
        }
        return changes
    }

    /// The one pipeline that is gone, if it made the same datasets.
    private func formerPipeline(_ pipeline: Pipeline, from then: Project, to now: Project) -> Pipeline? {
        let names = { (pipeline: Pipeline) in
            Set(
                pipeline.transforms.map(\.name.string) + pipeline.sources.map(\.name.string)
                    + pipeline.generators.map(\.name.string))
        }
        return then.pipelines.first { candidate in
            !now.pipelines.contains { $0.name == candidate.name } && !names(candidate).isDisjoint(with: names(pipeline))
        }
    }
}
