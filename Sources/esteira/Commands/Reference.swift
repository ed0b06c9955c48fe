import ArgumentParser
import Kinds
import Linting
import Reporting

/// Prints a page of `docs/reference`; `scripts/test-docs` compares the pages with the files.
struct Reference: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Print a page of the reference as Markdown; without one, list the pages.",
        shouldDisplay: false
    )

    @Argument(help: ArgumentHelp("The page.", valueName: "page"))
    var page: String?

    func run() throws {
        guard let page else {
            output(ReferencePage.allCases.map { "\($0.rawValue)\n" }.joined())
            return
        }
        guard let known = ReferencePage(rawValue: page) else {
            throw CannotStart(
                "no page '\(page)'; there are: \(ReferencePage.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        output(known.markdown(rules: allRules, policies: policiesPage))
    }
}
