import Configuration
package import Kinds
package import Reporting

/// What a project sets of single rules, with all that is not understood left out.
package struct RuleSettings: Sendable {
    /// By code and by the option's name.
    private var values: [String: [String: RuleOption.Setting]] = [:]

    package init() {}

    package init(_ section: LintSection, rules: [Rule]) {
        for (name, option, value) in section.options {
            guard let rule = rule(named: name.string, among: rules),
                let known = rule.options.first(where: { $0.name == option.string }),
                let setting = known.standard.setting(readFrom: value.string)
            else { continue }
            values[rule.code, default: [:]][option.string] = setting
        }
    }

    func setting(_ option: RuleOption, of rule: Rule) -> RuleOption.Setting {
        guard let options = values[rule.code], let setting = options[option.name] else { return option.standard }
        return setting
    }

    /// Says what of a section is not understood.
    static func check(_ section: LintSection, rules: [Rule], found: inout Diagnostics) {
        for (name, option, value) in section.options {
            guard let rule = rule(named: name.string, among: rules) else {
                if section.options.first(where: { $0.rule.string == name.string })?.option == option {
                    found.report(.unknownRule(name.string, at: name.span, rules: rules))
                }
                continue
            }
            let names = rule.options.map(\.name)
            guard let known = rule.options.first(where: { $0.name == option.string }) else {
                let closest = closestName(to: option.string, among: names)
                found.report(
                    Diagnostic(
                        .unknownKey,
                        "rule '\(rule.code)' has no option '\(option)'",
                        at: option.span,
                        help: closest.map { "did you mean '\($0)'?" }
                            ?? (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"),
                        fix: closest.flatMap { option.fix(respelling: $0) }
                    )
                )
                continue
            }
            if known.standard.setting(readFrom: value.string) == nil {
                found.report(
                    Diagnostic(
                        .wrongShape,
                        "'\(option)' of rule '\(rule.code)' is \(known.standard.kind), not '\(value)'",
                        at: value.span,
                        help: "its default is \("\(known.standard)")"
                    )
                )
            }
        }
    }
}

extension RuleOption.Setting {
    /// A text as a setting of the same kind; nil where it is none.
    fileprivate func setting(readFrom text: String) -> Self? {
        switch self {
        case .number: Double(text).flatMap { $0.isFinite && $0 >= 0 ? .number($0) : nil }
        case .text: text.isEmpty || (try? Regex(text)) != nil ? .text(text) : nil  // why it is no pattern, nobody is told
        }
    }

    fileprivate var kind: Message {
        switch self {
        case .number: "a number"
        case .text: "a regular expression"
        }
    }
}

extension LintedProject {
    /// The number that holds here for an option of a rule.
    func number(_ option: RuleOption, of rule: Rule) -> Double {
        guard case .number(let number) = settings.setting(option, of: rule) else {
            preconditionFailure("'\(option.name)' of \(rule.code) is no number")
        }
        return number
    }

    /// The pattern that names have to match whole; nil where none is set.
    func pattern(_ option: RuleOption, of rule: Rule) -> String? {
        guard case .text(let text) = settings.setting(option, of: rule), !text.isEmpty else { return nil }
        return text
    }
}
