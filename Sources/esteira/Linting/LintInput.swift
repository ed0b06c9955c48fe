import Foundation
import Kinds
import Linting
import Planning
import Reporting
import Runners

/// The files that are linted, and those of them whose findings are asked for.
struct LintInput {
    /// The project's files, and pages.
    let files: ProjectFiles
    let looked: LookedAt
    let folder: ProjectFolder
    /// What is wrong beside the files, whatever their texts are.
    let otherFindings: Diagnostics
    /// Lints other texts of the project's files.
    let look: (ProjectFiles) -> LookedAt
    let isFromStandardInput: Bool
    private let pathsAsked: [String]
    private let changed: Set<String>?

    init(
        _ paths: [String],
        stdinFilename: String?,
        changedSince: String?,
        options: ProjectOptions,
        readsEnvironment: Bool,
        isOnline: Bool
    ) throws {
        isFromStandardInput = paths.contains("-")
        guard isFromStandardInput == (stdinFilename != nil) else {
            throw CannotStart(
                isFromStandardInput
                    ? "'-' needs --stdin-filename, to know which file it is" : "--stdin-filename needs the path '-'"
            )
        }
        guard let folder = ProjectFolder.enclosing(options.folder ?? FileManager.default.currentDirectoryPath) else {
            // The one who loads the project says so in full.
            _ = try LoadedProject(options)
            throw CannotStart("there is no project here")
        }
        var asked = try paths.filter { $0 != "-" }.map { try Self.existing($0, in: folder) }
        var given: [SourceText] = []
        if let stdinFilename {
            let path = Self.pathInProject(stdinFilename, in: folder)
            asked.append(path)
            given.append(SourceText(path: path, utf8: Array(FileHandle.standardInput.readDataToEndOfFile())))
        }
        let project = try LoadedProject(
            options,
            requiresEnvironment: false,
            readsEnvironment: readsEnvironment,
            overlay: given.filter { !isPage($0.path) }
        )
        try project.refuseUnknownParameters()
        let pages = try asked.filter(isPage).compactMap { path in
            try given.first { $0.path == path } ?? folder.source(path)
        }
        self.folder = folder
        var otherFindings = project.environmentFindings
        if isOnline { otherFindings.report(contentsOf: Self.online(project)) }
        self.otherFindings = otherFindings
        files = project.files.with(project.files.sources + pages)
        let probe = Self.probe(project)
        let tracked = GitFolder(folder.path)?.trackedFiles()
        let looked = LookedAt(
            project.files,
            read: project.reading,
            clock: project.clock,
            probe: probe,
            trackedFiles: tracked
        )
        self.looked = looked
        look = { LookedAt($0, options: project.readingOptions, probe: probe, trackedFiles: tracked) }
        pathsAsked = asked
        changed = try changedSince.flatMap { revision in
            guard let git = GitFolder(folder.path) else { throw CannotStart("--changed-since needs a git repository") }
            return affectedFiles(by: try git.filesChanged(since: revision), in: looked)
        }
    }

    /// Whether the findings in a file of the project are asked for.
    var isReported: (String) -> Bool {
        let (asked, changed) = (pathsAsked, changed)
        return { file in
            if let changed, !changed.contains(file) { return false }
            return asked.isEmpty || asked.contains { $0 == file || $0 == "" || file.hasPrefix($0 + "/") }
        }
    }

    /// Sorted.
    var reportedPaths: [String] { files.sources.map(\.path).filter { isPage($0) || isReported($0) } }

    /// Writes texts back where they came from.
    ///
    /// - Parameter alsoUnchanged: text that came by standard input goes to standard output, fixed or not.
    func write(_ sources: [SourceText], alsoUnchanged: Bool = false) throws {
        if isFromStandardInput {
            guard alsoUnchanged, let path = pathsAsked.last,
                let source = sources.first(where: { $0.path == path }) ?? files[path]
            else { return }
            return output(String(decoding: source.utf8, as: UTF8.self))
        }
        // A link out of the project is found before anything is written.
        for source in sources { try placeToWrite(folder.absolute(source.path), inside: folder.path) }
        for source in sources {
            let path = folder.absolute(source.path)
            guard let before = files[source.path], FileManager.default.contents(atPath: path) == Data(before.utf8)
            else {
                throw CannotStart("'\(source.path)' has changed meanwhile; it was left as it is")
            }
            try replace(path, with: source.utf8, inside: folder.path)
        }
    }

    /// What the connections say that the pipelines load; a pipeline that cannot be planned is told by its errors.
    private static func online(_ project: LoadedProject) -> Diagnostics {
        var found = Diagnostics()
        guard let declared = project.reading.project else { return found }
        let workplace = Workplace(project, declared.profile)
        let engine = workplace.engineIfThere
        let probe = probe(project)
        for pipeline in declared.pipelines {
            var planned = Diagnostics()
            let inputs = PlanInputs(contact: .probe, files: project.files, now: project.clock.now)
            guard let plan = makePlan(for: pipeline, of: declared, probe: probe, inputs: inputs, found: &planned) else {
                continue
            }
            found.report(contentsOf: ConnectionProbe(plan, folder: project.folder, engine: engine.value).found)
        }
        return found
    }

    private static func probe(_ project: LoadedProject) -> PlanProbe {
        guard let declared = project.reading.project else { return PlanProbe() }
        let workplace = Workplace(project, declared.profile)
        let engine = workplace.engineIfThere
        return PlanProbe.local(folder: project.folder, lake: workplace.lake, ledger: [:]) { engine.value }
    }

    private static func existing(_ path: String, in folder: ProjectFolder) throws -> String {
        guard FileManager.default.fileExists(atPath: path) else { throw CannotStart("there is no '\(path)'") }
        let relative = pathInProject(path, in: folder)
        if relative.hasPrefix("/") { throw CannotStart("'\(path)' lies outside of the project") }
        return relative
    }

    /// As seen from the project's folder; empty for the folder itself.
    private static func pathInProject(_ path: String, in folder: ProjectFolder) -> String {
        var absolute = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
        while absolute.hasSuffix("/"), absolute.count > 1 { absolute.removeLast() }
        var root = folder.path
        while root.hasSuffix("/"), root.count > 1 { root.removeLast() }
        if absolute == root { return "" }
        return absolute.hasPrefix(root + "/") ? String(absolute.dropFirst(root.count + 1)) : absolute
    }
}
