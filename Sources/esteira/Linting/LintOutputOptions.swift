import ArgumentParser
import Foundation
import Reporting

extension DiagnosticFormat: ExpressibleByArgument {}
extension FindingGroup: ExpressibleByArgument {}

/// How findings are written, and where.
struct LintOutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: """
            How to write the findings; may be repeated. Default: text on a terminal, concise otherwise. One of \
            \(DiagnosticFormat.allCases.map(\.rawValue).joined(separator: ", ")).
            """)
    var format: [DiagnosticFormat] = []

    @Option(
        name: .customLong("output"),
        help: ArgumentHelp("Write a format to a file; may be repeated.", valueName: "format=file"))
    var files: [String] = []

    @Option(help: "What the formats text and grouped put together: file, rule or severity. Default of grouped: file.")
    var groupBy: FindingGroup?

    @Flag(help: "Show hints in formats for people too; those for programs always have them.")
    var hints = false

    @Flag(help: "Count findings by rule in place of listing them.")
    var statistics = false

    @Flag(help: "List the rules that are looked for, with their severities.")
    var showRules = false

    @Flag(help: "List the files whose findings are reported.")
    var showFiles = false

    @Flag(help: "Exit code 0 whatever is found.")
    var exitZero = false

    func write(_ report: LintReport, isStandardOutputTaken: Bool) throws {
        let targets = try targets()
        let rest = format.filter { targets[$0] == nil }
        let isTerminal = isatty(1) == 1
        let formats = rest.isEmpty && targets.isEmpty ? [isTerminal ? .text : .concise] : rest
        for (format, path) in targets.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let text = report.report(for: format, showsHints: hints).rendered(as: format, grouping: groupBy)
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        }
        let style = TextStyle(isColoured: isColoured(1))
        for format in formats {
            let told = report.report(for: format, showsHints: hints, isTimed: isTerminal)
            let text =
                statistics && format.isForPeople
                ? told.statistics : told.rendered(as: format, style: style, grouping: groupBy)
            if isStandardOutputTaken {
                esteira.report(text)
            } else {
                output(text)
            }
            // Lines for programs stay alone on stdout.
            if statistics || format == .concise, let line = told.summaryLine { esteira.report(line) }
        }
    }

    private func targets() throws -> [DiagnosticFormat: String] {
        var targets: [DiagnosticFormat: String] = [:]
        for word in files {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2, let format = DiagnosticFormat(rawValue: parts[0]) {
                targets[format] = parts[1]
            } else if format.count == 1 {
                targets[format[0]] = word
            } else {
                throw CannotStart("'--output \(word)' is not FORMAT=FILE")
            }
        }
        return targets
    }
}
