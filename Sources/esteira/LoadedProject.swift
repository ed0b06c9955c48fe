import Configuration
import Execution
import Expressions
import Foundation
import Kinds
import Linting
import Planning
import Quality
import Reporting

/// A project read from disk with this process's environment and clock.
struct LoadedProject {
    let folder: ProjectFolder
    let options: ProjectOptions
    let files: ProjectFiles
    let reading: ProjectReading
    /// What its reading depends on, to read it again with other texts.
    let readingOptions: ReadingOptions
    /// What is wrong with `.env`; part of `reading.found` too.
    let environmentFindings: Diagnostics
    /// Values that must not be printed or stored.
    let secrets: [String]

    /// - Parameters:
    ///   - requiresEnvironment: whether a variable that is named and not set is an error.
    ///   - readsEnvironment: whether this process's environment and `.env` are looked at.
    ///   - overlay: texts that stand in for files, or for files that are not there yet.
    ///   - moment: seconds since 1970-01-01 UTC, as if it were read then; nil: now.
    init(
        _ options: ProjectOptions, requiresEnvironment: Bool = true, readsEnvironment: Bool = true,
        overlay: [SourceText] = [],
        at moment: Int64? = nil
    ) throws {
        let folder = try Self.folder(options)
        var found = Diagnostics()
        var variables: [String: String] = [:]
        do throws(UnreadFile) {
            if readsEnvironment, let file = try folder.source(".env") { variables = parseDotEnv(file, found: &found) }
        } catch {
            found.report(error.finding)
        }
        let environment = readsEnvironment ? variables.merging(ProcessInfo.processInfo.environment) { $1 } : [:]
        environmentFindings = found
        files = folder.read(under: overlay)
        readingOptions = ReadingOptions(
            profile: options.profile, params: try options.values(),
            scope: Scope(requiresEnvironment: requiresEnvironment, environment: environment, secrets: environment),
            clock: ReadingClock(now: moment.map { $0 * 1_000_000 } ?? Int64(Date().timeIntervalSince1970 * 1_000_000)))
        let reading = readProject(files, options: readingOptions)
        found.report(contentsOf: reading.found)
        self.folder = folder
        self.options = options
        self.reading = ProjectReading(
            project: reading.project, found: found, trees: reading.trees, includes: reading.includes)
        // What is shorter is also part of ordinary words and numbers.
        secrets = environment.filter { looksSecret(variable: $0.key, value: $0.value) && $0.value.utf8.count >= 6 }
            .map(\.value)
    }

    static func folder(_ options: ProjectOptions) throws -> ProjectFolder {
        let start = options.folder ?? FileManager.default.currentDirectoryPath
        guard let folder = ProjectFolder.enclosing(start) else {
            throw CannotStart("there is no 'esteira.yaml' in '\(start)' or above it; 'esteira init' makes one")
        }
        return folder
    }

    /// When the project was read.
    var clock: ReadingClock { readingOptions.clock }

    /// The pipeline of a name; without one, the only one there is.
    func pipeline(named name: String?) throws -> Pipeline {
        let pipelines = [reading.project].compactMap(\.self).flatMap(\.pipelines)
        guard let name else {
            if pipelines.count == 1 { return try refusingUnknownParameters(pipelines[0]) }
            throw CannotStart(
                pipelines.isEmpty
                    ? "the project has no pipeline"
                    : "say which pipeline: \(pipelines.map(\.name).joined(separator: ", "))")
        }
        guard let pipeline = pipelines.first(where: { $0.name == name }) else {
            let closest = closestName(to: name, among: pipelines.map(\.name))
            throw CannotStart(
                closest.map { "no pipeline named '\(name)'; did you mean '\($0)'?" } ?? "no pipeline named '\(name)'")
        }
        return try refusingUnknownParameters(pipeline)
    }

    /// For commands that look at all pipelines: a mistyped name must not leave the default in place.
    func refuseUnknownParameters() throws {
        guard let pipelines = reading.project?.pipelines, !pipelines.isEmpty else { return }
        if pipelines.count == 1 {
            _ = try refusingUnknownParameters(pipelines[0])
            return
        }
        let known = Set(pipelines.flatMap(\.params).map(\.name)).sorted()
        for name in try options.values().keys.sorted() where !known.contains(name) {
            let closest: Message? = closestName(to: name, among: known).map { "; did you mean '\($0)'?" }
            let others: Message = known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))"
            throw CannotStart("no pipeline has a parameter '\(name)'\(closest ?? others)")
        }
    }

    /// A mistyped name must not run the pipeline with the default.
    private func refusingUnknownParameters(_ pipeline: Pipeline) throws -> Pipeline {
        // A parameter whose value is wrong is left out of the pipeline, and is not unknown for that.
        let wrong = reading.found.items.filter {
            $0.rule == .parameterValue && $0.severity == .error && $0.span.file == pipeline.file
        }
        if !wrong.isEmpty { try requireNoErrors(Diagnostics(wrong)) }
        let known = pipeline.params.map(\.name)
        for name in try options.values().keys.sorted() where !known.contains(name) {
            let closest: Message? = closestName(to: name, among: known).map { "; did you mean '\($0)'?" }
            let others: Message = known.isEmpty ? "; it has none" : "; it has \(known.joined(separator: ", "))"
            throw CannotStart("pipeline '\(pipeline.name)' has no parameter '\(name)'\(closest ?? others)")
        }
        return pipeline
    }

    /// Where the runs are written down.
    var runsFile: String { folder.absolute(".esteira/runs.sqlite") }

    /// The runs so far, to read; nil where there was none.
    func pastRuns() throws -> RunStore? {
        guard FileManager.default.fileExists(atPath: runsFile) else { return nil }
        let store = try RunStore(readingPath: runsFile)
        return try store.isComplete ? store : nil
    }

    func report(_ found: Diagnostics, as format: DiagnosticFormat = .text, coloured: Bool = false) -> String {
        let environment = files.sources
        let report = DiagnosticReport(
            found.items, sources: environment, rules: allRules, toolVersion: Esteira.version, language: .spoken)
        return report.rendered(as: format, style: TextStyle(isColoured: coloured))
    }

    /// What reading found, without what is wrong in the files of other pipelines: they stop themselves alone.
    func found(concerning pipeline: Pipeline) -> Diagnostics {
        Diagnostics(
            reading.found.items.filter { $0.span.file == pipeline.file || !$0.span.file.hasPrefix("pipelines/") })
    }

    /// Tells of pipelines that cannot be read, beside the one that runs.
    func warnOfOthers(than pipeline: Pipeline) {
        let broken = Set(reading.found.items.filter { $0.severity == .error }.map(\.span.file)).sorted()
        for file in broken where file != pipeline.file && file.hasPrefix("pipelines/") {
            esteira.report(
                "warning: "
                    + Language.spoken.text(
                        "'\(file)' has errors, which 'esteira lint' shows; '\(pipeline.name)' is run without it"))
        }
    }

    /// Shows what is wrong and stops where anything is an error: a run on a broken project would be a guess.
    func requireNoErrors(_ found: Diagnostics) throws {
        guard found.hasErrors else { return }
        esteira.report(report(Diagnostics(found.items.filter { $0.severity == .error }), coloured: isColoured(2)))
        throw CannotStart("the project has errors; nothing was started")
    }
}
