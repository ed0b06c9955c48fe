import Configuration
import Expressions
import Kinds
import Reporting
import Synthesis

/// A policy whose expressions are typed and can be answered.
struct Policy: Sendable {
    let rule: Rule
    let model: PolicyModel
    let paths: [PathPattern]
    /// True without one.
    let condition: Expression
    let requirement: Expression
    /// Columns that the expressions read.
    let columns: Set<String>
    /// The key whose value is at fault, where the requirement is about just one.
    let key: String?
    let message: String
    let help: Message?

    /// Nil where it cannot be asked; what is missing has been said by reading, the rest is said here.
    init?(_ declaration: PolicyDeclaration, _ rule: Rule, found: inout Diagnostics) {
        guard let subject = declaration.subject, let message = declaration.message,
            let requirement = declaration.requirement
        else { return nil }
        let model = PolicyModel.of(subject)
        let about = declaration.condition ?? Text("true", at: requirement.span)
        let condition = model.question(about, of: declaration.code, found: &found)
        let required = model.question(requirement, of: declaration.code, found: &found)
        guard let condition, let required else { return nil }
        self.rule = rule
        self.model = model
        paths = declaration.paths.map { PathPattern($0.string) }
        self.condition = condition.expression
        self.requirement = required.expression
        columns = required.columns.union(condition.columns)
        key = required.columns.count == 1 ? model.columns.first { required.columns.contains($0.name) }?.key : nil
        self.message = message.string
        help = declaration.help.map { Message($0.string) }
    }
}

/// An expression over the columns of a model, with those that it reads.
private struct Question {
    var expression: Expression
    var columns: Set<String>
}

extension PolicyModel {
    /// Nil, with all the reasons, where the expression cannot be answered.
    fileprivate func question(_ text: Text, of code: Text, found: inout Diagnostics) -> Question? {
        do throws(ExpressionIssue) {
            let expression = try Expression.parse(text.string)
            let (typed, issues) = expression.typedCondition(in: ExpressionScope(row))
            for issue in issues { found.report(issue.policyFinding(in: text, of: code)) }
            guard let typed, issues.isEmpty else { return nil }
            let impossible = typed.impossibleWords(of: self)
            for issue in impossible { found.report(issue.policyFinding(in: text, of: code)) }
            guard impossible.isEmpty else { return nil }
            try expression.checkAnswerable(over: self)
            return Question(expression: expression, columns: Set(typed.columns.map(\.name)))
        } catch {
            found.report(error.policyFinding(in: text, of: code))
            return nil
        }
    }
}

extension Expression {
    /// Asked of no rows, an expression says what it takes.
    fileprivate func checkAnswerable(over model: PolicyModel) throws(ExpressionIssue) {
        let columns = model.columns.map { ($0.name, $0.type, [Value]()) }
        do throws(SynthesisIssue.Reason) {
            _ = try rowsHolding(self, among: KnownRows(count: 0, columns: columns))
        } catch {
            switch error {
            case .expression(let issue): throw issue
            case .unsupported(let name, let range):
                throw ExpressionIssue(
                    .customRuleError,
                    "policies do not know '\(name)'",
                    at: range,
                    help: "they are answered without an engine; the reference lists their functions"
                )
            default: throw ExpressionIssue(.customRuleError, error.message, at: range)
            }
        }
    }
}

extension ExpressionIssue {
    /// The finding it is in a policy.
    fileprivate func policyFinding(in text: Text, of code: Text) -> Diagnostic {
        let written = Array(text.string.utf8)
        let name = written[range.clamped(to: written.indices)].prefix { $0 != UInt8(ascii: "(") }
        var fault = diagnostic(in: text)
        fault.rule = .customRuleError
        fault.severity = Rule.customRuleError.severity
        fault.message = "policy '\(code)': \(fault.message)"
        if changing.contains(String(decoding: name, as: UTF8.self).lowercased()) {
            fault.help = "what a policy finds is the same at any time: it knows no clock and no chance"
            fault.fix = nil
        } else if rule == .aggregateNotAllowed {
            fault.help = nil
        }
        return fault
    }
}

/// What gives another answer each time it is asked, by the names that people know from databases.
private let changing: Set = [
    "current_date", "current_time", "current_timestamp", "gen_random_uuid", "getdate", "localtimestamp", "newid", "now",
    "rand", "random", "run.started_at", "sysdate", "today", "uuid",
]
