import ArgumentParser
import Configuration
import Foundation
import Kinds
import Linting
import Reporting

/// Findings that are accepted: the baseline, and comments written for all that is found.
struct LintKnownOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Accept the findings of this file. Default: the one that esteira.yaml names.", valueName: "file"))
    var baseline: String?

    @Flag(help: "Write the baseline anew: what no longer occurs goes, what is new is not added.")
    var writeBaseline = false

    @Flag(help: "With --write-baseline: accept new findings too.")
    var allowGrowth = false

    @Option(
        defaultAsFlag: "",
        help: ArgumentHelp(
            "Write a comment above each finding that accepts it: --add-ignore='why'.", valueName: "reason"))
    var addIgnore: String?

    /// The baseline to lint with; none while it is being written.
    func read(_ input: LintInput) throws -> Baseline? {
        writeBaseline ? nil : try baselineFile(input).flatMap { try parsedBaseline($0, input) }
    }

    /// Accepts findings as the options ask; false where they ask for nothing.
    func accept(_ findings: [Diagnostic], _ looked: LookedAt, _ input: LintInput) throws -> Bool {
        if writeBaseline {
            try writeBaseline(findings, input)
            return true
        }
        guard let addIgnore else { return false }
        let added = addedIgnores(for: findings, in: looked, reason: addIgnore.isEmpty ? nil : addIgnore)
        try input.write(looked.files(applying: added.edits))
        let written = counted(added.edits.count, .comment)
        tell(
            added.left.isEmpty
                ? "\(written) written"
                : "\(written) written; \(counted(added.left.count, .finding)) left, in files that do not parse")
        return true
    }

    private func writeBaseline(_ findings: [Diagnostic], _ input: LintInput) throws {
        guard let file = try baselineFile(input) else { throw CannotStart("--write-baseline needs --baseline FILE") }
        let known = try parsedBaseline(file, input)
        // The first one has nothing to grow beyond.
        let baseline = Baseline(findings, within: allowGrowth ? nil : known)
        try Data(baseline.json.utf8).write(to: URL(filePath: file.path), options: .atomic)
        let accepted = counted(baseline.count, .finding)
        tell(
            known.map { "\(file.name): \(accepted) accepted (before: \($0.count))" }
                ?? "\(file.name): \(accepted) accepted")
    }

    /// On the command line a path is relative to the current folder, in esteira.yaml to the project.
    private func baselineFile(_ input: LintInput) throws -> (path: String, name: String)? {
        if let baseline { return (URL(filePath: baseline).path(percentEncoded: false), baseline) }
        return input.looked.section.baseline.map { (input.folder.absolute($0.string), $0.string) }
    }

    private func parsedBaseline(_ file: (path: String, name: String), _ input: LintInput) throws -> Baseline? {
        guard let data = FileManager.default.contents(atPath: file.path) else {
            if writeBaseline { return nil }
            throw CannotStart("there is no baseline '\(file.name)'; 'esteira lint --write-baseline' makes one")
        }
        guard let baseline = Baseline(SourceText(path: input.folder.relative(file.path), utf8: Array(data))) else {
            throw CannotStart("'\(file.name)' is no baseline of this version; remove it and write it anew")
        }
        return baseline
    }
}
