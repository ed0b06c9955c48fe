/// A rule's page: what it finds, why it matters, and what is wrong and right.
package func explanation(of rule: Rule, in language: Language = .english) -> String {
    let rule = rule.translated(into: language)
    let severity = language.text(rule.severity.word)
    let title = "\(rule.code) \(rule.name) (\(severity))\n\(wrapped(language.text(facts(of: rule))))"
    var page = [title, wrapped(rule.summary), wrapped(rule.explanation)]
    let options = rule.options.map { option in
        language.text("'\(option.name)', \("\(option.standard)"): \(option.meaning)")
    }
    if !options.isEmpty { page.append(([language.text("Options:")] + options).joined(separator: "\n    ")) }
    if let bad = rule.bad { page.append(language.text("Wrong:") + "\n\n" + indented(bad.shown)) }
    if let good = rule.good { page.append(language.text("Right:") + "\n\n" + indented(good.shown)) }
    return page.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
}

/// What finding it takes, whether it can be put right, and since when there is the rule.
private func facts(of rule: Rule) -> Message {
    let scope: Message =
        switch rule.scope {
        case .file: "looks at one file"
        case .project: "looks at the whole project"
        case .types: "looks at columns and their types"
        case .online: "looks at real systems"
        }
    let fix: Message =
        switch rule.fix {
        case .safe: "safe fix: --fix"
        case .unsafe: "fix to look at: --unsafe-fixes"
        case nil: "no fix"
        }
    guard let since = rule.since else { return "\(scope); \(fix); a rule of this project" }
    return "\(scope); \(fix); since \(since)"
}

/// Breaks lines at spaces after at most 80 characters; breaks that are there already stay.
private func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
        var lines: [String] = []
        for word in paragraph.split(separator: " ") {
            if let line = lines.last, line.count + word.count < 80 {
                lines[lines.count - 1] = "\(line) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }.joined(separator: "\n")
}

private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
}
