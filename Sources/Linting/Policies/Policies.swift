import Configuration
package import Kinds
package import Reporting

/// The rules of a project's own, with all that is wrong with them.
package struct Policies: Sendable {
    /// Of every policy with a code and a name of its own, also where it cannot be asked: what names it names a rule.
    package private(set) var rules: [Rule] = []
    /// What looks for their findings.
    private(set) var checks: [Check] = []
    private(set) var faults = Diagnostics()
    /// Patterns of files, each with the code of its policy.
    private var patterns: [(code: Text, pattern: Text)] = []

    package init(_ declarations: [PolicyDeclaration] = [], builtIn: [Rule] = allRules) {
        for declaration in declarations {
            guard checkCode(declaration.code), let name = ownName(of: declaration, among: builtIn + rules) else {
                continue
            }
            let rule = Rule(declaration, name: name)
            rules.append(rule)
            patterns += declaration.paths.map { (declaration.code, $0) }
            if let policy = Policy(declaration, rule, found: &faults) { checks.append(.policy(policy)) }
        }
        rules.sort { $0.code < $1.code }
    }

    /// Patterns that no file matches, so that their policies ask nobody.
    func idlePatterns(among files: [String]) -> [Diagnostic] {
        patterns.compactMap { code, text in
            let pattern = PathPattern(text.string)
            guard !files.contains(where: pattern.matches) else { return nil }
            return Diagnostic(
                .customRuleError,
                "policy '\(code)': no file of the project matches '\(text)'",
                at: text.span,
                help: "write patterns such as 'pipelines/**'; a path begins in the project's folder",
                severity: .warning
            )
        }
    }

    private mutating func checkCode(_ code: Text) -> Bool {
        if code.string.wholeMatch(of: /X[A-Z0-9]+/) != nil { return true }
        let upper = code.string.uppercased()
        let isMeant = upper != code.string && upper.wholeMatch(of: /X[A-Z0-9]+/) != nil
        faults.report(
            Diagnostic(
                .customRuleError,
                "'\(code)' is no code of a policy: 'X', then capital letters and digits",
                at: code.span,
                help: isMeant ? "write '\(upper)'" : "write a code such as 'XOWN1'",
                fix: isMeant ? code.fix(respelling: upper) : nil
            )
        )
        return false
    }

    private mutating func ownName(of declaration: PolicyDeclaration, among rules: [Rule]) -> String? {
        let code = declaration.code
        let name = declaration.name ?? Text(code.string.lowercased(), at: code.span)
        guard name.string.wholeMatch(of: /[a-z]+(-?[a-z0-9]+)*/) != nil else {
            faults.report(
                .policyFault(
                    code,
                    "its name '\(name)' is not in lower case with hyphens",
                    at: name.span,
                    help: "write a name such as 'sink-has-owner'"
                )
            )
            return nil
        }
        if let other = rules.first(where: { $0.name == name.string }) {
            faults.report(
                .policyFault(
                    code,
                    "rule '\(other.code)' has the name '\(name)' too",
                    at: name.span,
                    help: "give it another name"
                )
            )
            return nil
        }
        return name.string
    }
}

extension Diagnostic {
    fileprivate static func policyFault(_ code: Text, _ message: Message, at span: Span, help: Message? = nil)
        -> Diagnostic
    {
        Diagnostic(.customRuleError, "policy '\(code)': \(message)", at: span, help: help)
    }
}

extension Rule {
    /// A policy as a rule: its message says what it finds, its declaration the rest.
    fileprivate init(_ policy: PolicyDeclaration, name: String) {
        let written: [(String, String?)] = [
            ("for", policy.subject?.rawValue),
            ("in", policy.paths.isEmpty ? nil : policy.paths.map(\.string).joined(separator: ", ")),
            ("where", policy.condition?.string), ("require", policy.requirement?.string),
        ]
        let lines = written.compactMap { key, text in text.map { "\(key): \($0)" } }
        self.init(
            policy.code.string,
            name,
            policy.severity,
            scope: .project,
            since: nil,
            summary: policy.message?.string ?? policy.code.string,
            explanation: [policy.help?.string, lines.joined(separator: "\n")].compactMap(\.self).joined(
                separator: "\n\n"
            )
        )
    }
}
