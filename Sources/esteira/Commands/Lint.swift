import ArgumentParser
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
            Reads every file, runs nothing, and needs neither network nor server. Paths restrict what is reported; of a \
            Markdown file its 'yaml' blocks are linted. '-' reads the text of '--stdin-filename' from standard input.

            Exit codes: 0 nothing that fails, 1 findings that fail, 2 usage or no project, 3 internal error.
            """)

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
        help: ArgumentHelp("Report only files that changed since a commit, and those that depend on them.", valueName: "rev"))
    var changedSince: String?

    func run() async throws {
        let started = ContinuousClock.now
        let input = try LintInput(paths, stdinFilename: stdinFilename, changedSince: changedSince, options: options)
        let subject = try LintSubject(input, rules: rules, known: known)
        if outputs.showFiles { return output(input.reportedPaths.map { $0 + "\n" }.joined()) }
        let first = subject.judged(input.files, looked: input.looked)
        if outputs.showRules { return output(first.judgement.selection.table) }

        let fixed = FixedProject(input.files, allowing: fixes.allowed, first: first, judge: { subject.judged($0) }) {
            $0.judgement.verdict
        }
        let changed = fixed.files.sources.filter { input.files[$0.path]?.utf8 != $0.utf8 }
        if fixes.diff {
            for source in changed { output(input.files[source.path].map { unifiedDiff(from: $0, to: source) } ?? "") }
            report("\(counted(fixed.fixCount, "finding")) would be fixed in \(counted(changed.count, "file"))")
            if !changed.isEmpty { throw ExitCode(1) }
            return
        }
        try input.write(changed, alsoUnchanged: !fixes.allowed.isEmpty)
        let (looked, judgement) = fixed.judged
        let shown = judgement.shown(judgement.selection, withHints: outputs.hints)
        if try known.accept(shown, looked, input) { return }
        if !fixes.fixOnly {
            let report = LintReport(
                judgement, looked, selection: judgement.selection, fixed: fixed.fixCount, fileCount: input.reportedPaths.count,
                pages: fixed.files.sources.filter { isPage($0.path) }, started: started)
            try outputs.write(report, isStandardOutputTaken: input.isFromStandardInput && !fixes.allowed.isEmpty)
        }
        if fixes.exitNonZeroOnFix, fixed.fixCount > 0 { throw ExitCode(1) }
        if !fixes.fixOnly, !outputs.exitZero, rules.threshold(looked.section).fails(judgement) { throw ExitCode(1) }
    }
}
