import ArgumentParser
import Kinds
import Linting
import Reporting

extension Severity: ExpressibleByArgument {}

/// Which rules are looked for and which findings fail.
struct LintRuleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Look for these rules alone: codes, first digits of codes, names or 'all'.", valueName: "rules"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Leave these rules out.", valueName: "rules"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Look for these rules too, beside those that esteira.yaml selects.", valueName: "rules"))
    var extendSelect: [String] = []

    @Option(help: ArgumentHelp("Leave these rules out too.", valueName: "rules"))
    var extendIgnore: [String] = []

    @Option(help: ArgumentHelp("How grave a rule is: hint, warn or error.", valueName: "rule=severity"))
    var severity: [String] = []

    @Option(help: "The least severity that fails: hint, warn or error.")
    var deny: Severity?

    @Flag(help: "Fail on warnings too: --deny warn.")
    var strict = false

    @Option(help: ArgumentHelp("Fail when there are more warnings.", valueName: "n"))
    var maxWarnings: Int?

    @Flag(help: "Fail when a rule could not look because what it needs is missing.")
    var strictOffline = false

    var request: LintRequest {
        var request = LintRequest()
        request.select = select
        request.ignore = ignore
        request.extendSelect = extendSelect
        request.extendIgnore = extendIgnore
        request.severities = severity
        return request
    }

    func threshold(_ section: LintSection) -> LintThreshold {
        var threshold = LintThreshold()
        threshold.deny = deny ?? (strict ? .warning : section.deny ?? .error)
        threshold.maxWarnings = maxWarnings
        threshold.isStrictOffline = strictOffline
        return threshold
    }
}

extension LintSubject {
    init(_ input: LintInput, rules: LintRuleOptions, known: LintKnownOptions) throws {
        let baseline = try known.read(input)
        do throws(LintUsageError) {
            try self.init(
                look: input.look, request: rules.request, otherFindings: input.otherFindings,
                baseline: baseline, isReported: input.isReported, rules: input.looked.rules)
        } catch {
            throw CannotStart(error.message)
        }
    }
}

extension RuleSelection {
    /// Those of the rules that are looked for, with the severity that they have here.
    func table(of rules: [Rule]) -> String {
        var table = TextTable([.left, .left, .left, .left, .left])
        for rule in rules where includes(rule) {
            let fix: Message =
                switch rule.fix {
                case .safe: "safe fix"
                case .unsafe: "fix to look at"
                case nil: ""
                }
            table.add([
                rule.code, (severity(of: rule) ?? rule.severity).rawValue, rule.name, rule.scope.rawValue,
                Language.spoken.text(fix),
            ])
        }
        return table.lines().map { $0 + "\n" }.joined()
    }
}
