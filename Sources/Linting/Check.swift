package import Reporting

/// What looks for the findings of one rule. Pure: it sees the project and nothing else.
package struct Check: Sendable {
    package let rule: Rule
    package let look: @Sendable (LintedProject, inout Diagnostics) -> Void

    package init(_ rule: Rule, look: @escaping @Sendable (LintedProject, inout Diagnostics) -> Void) {
        self.rule = rule
        self.look = look
    }
}
