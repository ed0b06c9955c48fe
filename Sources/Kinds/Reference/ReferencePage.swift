package import Reporting

/// The pages of `docs/reference`, written from the same specs, catalogue and rules that the program works with.
package enum ReferencePage: String, CaseIterable, Sendable {
    case diagnostics, expectations, files, functions, generators, policies, steps

    /// - Parameters:
    ///   - rules: every rule of the program, by code.
    ///   - policies: what the linter says of the page about them.
    package func markdown(rules: [Rule], policies: String) -> String {
        let text =
            switch self {
            case .diagnostics: diagnosticsPage(rules)
            case .expectations: expectationsPage
            case .files: filesPage
            case .functions: functionsPage
            case .generators: generatorsPage
            case .policies: policies
            case .steps: stepsPage
            }
        return "<!-- Written by 'esteira reference \(rawValue)'. -->\n\n\(text)\n"
    }
}

private func diagnosticsPage(_ rules: [Rule]) -> String {
    let intro = """
        # Diagnostics

        `esteira explain CODE` prints the same. The first digit is the family: 0 files and YAML, 1 structure, 2 names, \
        3 schemas and generators, 4 expressions and SQL, 5 expectations, 6 lake and sinks, 7 parameters and profiles, \
        8 secrets, 9 the tool itself.
        """
    return ([intro] + rules.map(\.markdown)).joined(separator: "\n\n")
}

extension Rule {
    fileprivate var markdown: String {
        var parts = ["## \(code) \(name)", "\(severity.title): \(summary)"]
        if !explanation.isEmpty { parts.append(explanation) }
        if let bad { parts.append("Wrong:\n\n\(fenced(bad.shown))") }
        if let good { parts.append("Right:\n\n\(fenced(good.shown))") }
        return parts.joined(separator: "\n\n")
    }
}

extension Severity {
    fileprivate var title: String {
        switch self {
        case .hint: "Hint"
        case .warning: "Warning"
        case .error: "Error"
        }
    }
}

private func fenced(_ text: String) -> String {
    "```text\n\(text.hasSuffix("\n") ? String(text.dropLast()) : text)\n```"
}
