import ArgumentParser
import Foundation
import Kinds
import Linting
import Planning
import Reporting

/// Writes down the contracts of all tables, so that a change of one is a decision that a reviewer sees.
struct Lock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Write the contracts of all schemas to schemas.lock.",
        discussion: """
            'esteira lint' then finds every schema that is not as it was locked. A change that breaks those who read a table \
            needs a higher 'version:' in its schema before it is written, and 'destructive_changes: allow' in the sinks \
            whose tables lose something.

            Exit codes: 0 written, or up to date; 1 a change that nobody decided, or with '--check' a lock that is out of \
            date; 2 cannot start.
            """)

    @OptionGroup var options: ProjectOptions

    @Flag(help: "Write nothing; exit code 1 where the file is out of date.")
    var check = false

    @Flag(help: "Write whatever has changed, and in place of a file that cannot be read.")
    var force = false

    func validate() throws {
        if check, force { throw ValidationError("--check writes nothing, and has no use for --force.") }
    }

    func run() throws {
        let project = try LoadedProject(options, requiresEnvironment: false)
        let declared = try declaration(of: project)
        guard check else { return try writeLock(of: declared, in: project) }
        guard let lock = declared.lock else {
            return tell("there is no '\(SchemaLock.file)'; 'esteira lock' makes one")
        }
        let found = Diagnostics(lock.drifts(of: declared.schemas).flatMap(\.findings))
        guard !found.items.isEmpty else { return tell("'\(SchemaLock.file)' is up to date") }
        output(project.report(found, as: isatty(1) == 1 ? .text : .concise, coloured: isColoured(1)))
        throw ArgumentParser.ExitCode(1)
    }

    /// The schemas with all that they say; what is wrong with pipelines does not matter.
    private func declaration(of project: LoadedProject) throws -> Project {
        let found = project.reading.found.items.filter { $0.severity == .error }
        try project.requireNoErrors(
            Diagnostics(found.filter { $0.span.file == ProjectFiles.projectFile || $0.span.file.hasPrefix("schemas/") })
        )
        let ofLock = Diagnostics(found.filter { $0.span.file == SchemaLock.file })
        if ofLock.hasErrors, !force {
            report(project.report(ofLock, coloured: isColoured(2)))
            throw CannotStart(
                "'\(SchemaLock.file)' cannot be read; put it right, or write it anew with 'esteira lock --force'")
        }
        guard let declared = project.reading.project else {
            throw CannotStart("the project has errors; nothing was started")
        }
        return declared
    }

    private func undecided(in declared: Project) -> Diagnostics {
        guard let lock = declared.lock else { return Diagnostics() }
        var found = Diagnostics(lock.drifts(of: declared.schemas).compactMap(\.undecided).flatMap(\.findings))
        found.report(contentsOf: destructiveChanges(of: declared))
        return found
    }

    private func writeLock(of declared: Project, in project: LoadedProject) throws {
        let undecided = undecided(in: declared)
        guard force || undecided.items.isEmpty else {
            report(project.report(undecided, coloured: isColoured(2)))
            tell("'\(SchemaLock.file)' was left as it is; '--force' writes it all the same")
            throw ArgumentParser.ExitCode(1)
        }
        let path = project.folder.absolute(SchemaLock.file)
        let bytes = Array(SchemaLock(declared.schemas).json.utf8)
        guard let before = project.files[SchemaLock.file] else {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
            return tell("'\(SchemaLock.file)' written")
        }
        guard before.utf8 != bytes else { return tell("'\(SchemaLock.file)' is up to date") }
        try replace(path, with: bytes, inside: project.folder.path)
        tell("'\(SchemaLock.file)' written")
    }
}
