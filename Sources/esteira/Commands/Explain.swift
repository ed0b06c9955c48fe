import ArgumentParser
import Configuration
import Foundation
import Kinds
import Linting
import Reporting

/// What a diagnostic code means and what to do.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a diagnostic code; without one, list them all. In a project, policies of its own too."
    )

    @Argument(help: "A code such as EST1001, or its name.")
    var code: String?

    @Option(name: .customLong("project"), help: "The project's folder. Default: this one or the nearest above it.")
    var folder: String?

    func run() throws {
        let rules = allRules + (try policies())
        guard let code else {
            var table = TextTable([.left, .left, .left, .left])
            for rule in rules {
                table.add([rule.code, rule.severity.rawValue, rule.name, rule.translated(into: .spoken).summary])
            }
            output(table.lines().joined(separator: "\n") + "\n")
            return
        }
        guard let rule = rules.first(where: { $0.code == code.uppercased() || $0.name == code }) else {
            let names = rules.map(\.code) + rules.map(\.name)
            let closest = didYouMean(closestName(to: code, among: names))
            throw CannotStart("no rule '\(code)'\(closest)")
        }
        output(explanation(of: rule, in: .spoken))
    }

    /// Rules of the project's own; none outside of a project. What is wrong with the file, lint says.
    private func policies() throws -> [Rule] {
        let start = folder ?? FileManager.default.currentDirectoryPath
        guard let source = try ProjectFolder.enclosing(start)?.source(ProjectFiles.projectFile) else { return [] }
        var reported = Diagnostics()
        return Policies(LintSection(parseYAML(source, found: &reported)).policies).rules
    }
}
