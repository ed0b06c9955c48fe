import ArgumentParser
import Linting
import Reporting

/// What a diagnostic code means and what to do.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "explain", abstract: "Explain a diagnostic code; without one, list them all.")

    @Argument(help: "A code such as EST1001, or its name.")
    var code: String?

    func run() throws {
        guard let code else {
            var table = TextTable([.left, .left, .left, .left])
            for rule in allRules { table.add([rule.code, rule.severity.rawValue, rule.name, rule.translated(into: .spoken).summary]) }
            output(table.lines().joined(separator: "\n") + "\n")
            return
        }
        guard let rule = allRules.first(where: { $0.code == code.uppercased() || $0.name == code }) else {
            let names = allRules.map(\.code) + allRules.map(\.name)
            let closest = didYouMean(closestName(to: code, among: names))
            throw CannotStart("no rule '\(code)'\(closest)")
        }
        output(explanation(of: rule, in: .spoken))
    }
}
