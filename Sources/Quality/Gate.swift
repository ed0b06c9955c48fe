package import Reporting

/// What the failure of a table's expectations does to the table.
package enum OnFailure: String, Hashable, Sendable, CaseIterable {
    /// A failed critical expectation keeps the table from being published and loaded.
    case block
    /// Failures are reported and the table goes on.
    case warn
    /// Failing rows are set aside. Not offered: see `check`.
    case quarantine

    /// Reports a policy that the gate cannot carry out.
    package func check(at span: Span, found: inout Diagnostics) {
        guard self == .quarantine else { return }
        found.report(
            Diagnostic(
                .quarantineUnsupported,
                "a gate cannot set failing rows aside yet",
                at: span,
                help: "write 'block' and drop the rows with a 'filter' step before, or write 'warn'"
            )
        )
    }
}

/// Whether a table may be published and loaded. Says nothing about other tables.
package enum GateDecision: Hashable, Sendable {
    case pass
    /// It may; these were not met.
    case warn([FailureFacts])
    /// It may not, because of the first of these; critical ones come first.
    case block([FailureFacts])
}

extension ValidationResult {
    /// Only a failed `critical` expectation blocks, also one that could not be judged; with `warn` all pass.
    package func decision(onFailure policy: OnFailure) -> GateDecision {
        let failures = failures
        guard let worst = failures.first else { return .pass }
        return policy != .warn && worst.importance == .critical ? .block(failures) : .warn(failures)
    }
}
