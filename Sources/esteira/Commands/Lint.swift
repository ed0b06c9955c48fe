import ArgumentParser
import Execution
import Foundation
import Kinds
import Linting
import Reporting

/// Finds everything that is wrong with a project. Needs no server.
struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find everything that is wrong with a project.",
        discussion: """
            Reads every file, runs nothing, and but for '--online' needs neither network nor server. Paths restrict what \
            is reported; of a Markdown file its 'yaml' blocks are linted. '-' reads the text of '--stdin-filename' from \
            standard input.

            Exit codes: 0 nothing that fails, 1 findings that fail, 2 usage or no project, 3 internal error.
            """
    )

    @Argument(help: "Files and folders whose findings are reported; all if none are given.")
    var paths: [String] = []

    @OptionGroup var options: ProjectOptions
    @OptionGroup(title: "Rules") var rules: LintRuleOptions
    @OptionGroup(title: "Fixes") var fixes: LintFixOptions
    @OptionGroup(title: "Known findings") var known: LintKnownOptions
    @OptionGroup(title: "Output") var outputs: LintOutputOptions

    @Option(help: ArgumentHelp("The path that text from standard input stands for.", valueName: "path"))
    var stdinFilename: String?

    @Option(
        help: ArgumentHelp(
            "Report only files that changed since a commit, and those that depend on them.",
            valueName: "rev"
        )
    )
    var changedSince: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Read the environment and '.env'. Without them findings are the same on every machine."
    )
    var env = true

    @Flag(help: "Open the connections too, read only: rights, tables that have drifted, what hangs on them.")
    var online = false

    @Option(
        help: ArgumentHelp("Files and rules looked at at once. Default: as many as there are cores.", valueName: "n")
    )
    var jobs: Int?

    @Flag(help: "Lint again whenever a file of the project changes, until Ctrl-C.")
    var watch = false

    func run() async throws {
        if online, !env { throw CannotStart("--online needs the variables of connections; leave out --no-env") }
        if let jobs, jobs < 1 { throw CannotStart("--jobs needs a number from 1") }
        try await Cores.$limit.withValue(jobs) {
            if watch {
                try await lintOnEveryChange()
            } else {
                try lintOnce()
            }
        }
    }

    private func lintOnce() throws {
        let started = ContinuousClock.now
        let input = try LintInput(
            paths,
            stdinFilename: stdinFilename,
            changedSince: changedSince,
            options: options,
            readsEnvironment: env,
            isOnline: online
        )
        let subject = try LintSubject(input, rules: rules, known: known)
        if outputs.showFiles { return output(input.reportedPaths.map { $0 + "\n" }.joined()) }
        let first = subject.judged(input.files, looked: input.looked)
        if outputs.showRules { return output(first.judgement.selection.table(of: first.looked.rules)) }

        let fixed = FixedProject(input.files, allowing: fixes.allowed, first: first, judge: { subject.judged($0) }) {
            $0.judgement.verdict
        }
        let changed = fixed.files.sources.filter { input.files[$0.path]?.utf8 != $0.utf8 }
        let leftOut = fixed.leftOut.count
        if leftOut > 0 { tell("\(counted(leftOut, .finding)) not fixed: that would bring new errors") }
        if fixes.diff {
            for source in changed {
                if let before = input.files[source.path] { output(unifiedDiff(from: before, to: source)) }
            }
            tell("\(counted(fixed.fixCount, .finding)) would be fixed in \(counted(changed.count, .file))")
            if !changed.isEmpty { throw ArgumentParser.ExitCode(1) }
            return
        }
        try input.write(changed, alsoUnchanged: !fixes.allowed.isEmpty)
        let (looked, judgement) = fixed.judged
        let shown = judgement.shown(judgement.selection, withHints: outputs.hints)
        if try known.accept(shown, looked, input) { return }
        if !fixes.fixOnly {
            let report = LintReport(
                judgement,
                looked,
                selection: judgement.selection,
                fixed: fixed.fixCount,
                fileCount: input.reportedPaths.count,
                pages: fixed.files.sources.filter { isPage($0.path) },
                started: started
            )
            try outputs.write(report, isStandardOutputTaken: input.isFromStandardInput && !fixes.allowed.isEmpty)
        }
        if fixes.exitNonZeroOnFix, fixed.fixCount > 0 { throw ArgumentParser.ExitCode(1) }
        if !fixes.fixOnly, !outputs.exitZero, rules.threshold(looked.section).fails(judgement) {
            throw ArgumentParser.ExitCode(1)
        }
    }

    /// Until it is interrupted, which is how it ends and no failure.
    private func lintOnEveryChange() async throws {
        if paths.contains("-") { throw CannotStart("'--watch' has no file to watch in standard input") }
        guard let folder = ProjectFolder.enclosing(options.folder ?? FileManager.default.currentDirectoryPath) else {
            return try lintOnce()
        }
        do {
            try await interruptible {
                let cores = jobs
                try await Cores.$limit.withValue(cores) {
                    for try await _ in WatchedFolder(folder).changes {
                        do { try lintOnce() } catch is ArgumentParser.ExitCode {
                        } catch let error as CannotStart {
                            tell("error: \(error.message)")
                        }
                        tell("watching for changes; Ctrl-C ends it")
                    }
                }
            }
        } catch is CancellationError {}
    }
}
