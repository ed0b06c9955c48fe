/// What the failure of a table's expectations does to the table.
package enum OnFailure: String, Hashable, Sendable, CaseIterable {
    /// A failed critical expectation keeps the table from being published and loaded.
    case block
    /// Failures are reported and the table goes on.
    case warn
    /// Rows that break a critical expectation are set aside, and the others go on; where it is not about single rows, a
    /// failed critical expectation blocks.
    case quarantine

    /// Whether a failure can keep rows, or all of the table, back.
    package var holdsBack: Bool { self != .warn }
}

/// Whether a table may be published and loaded. Says nothing about other tables.
package enum GateDecision: Hashable, Sendable {
    case pass
    /// It may; these were not met.
    case warn([FailureFacts])
    /// It may not, because of the first of these; critical ones come first.
    case block([FailureFacts])
    /// The rows that break the critical ones of these may not; the others may, if they meet all.
    case setAside([FailureFacts])

    package var failures: [FailureFacts] {
        switch self {
        case .pass: []
        case .warn(let failures), .block(let failures), .setAside(let failures): failures
        }
    }
}

extension ValidationResult {
    /// Only a failed `critical` expectation holds back, also one that could not be judged; with `warn` all pass.
    package func decision(onFailure policy: OnFailure) -> GateDecision {
        let failures = failures
        guard let worst = failures.first else { return .pass }
        guard policy.holdsBack, worst.importance == .critical else { return .warn(failures) }
        let isAboutRows = broken.allSatisfy { $0.expectation.importance != .critical || $0.fault != nil }
        return policy == .quarantine && isAboutRows ? .setAside(failures) : .block(failures)
    }
}
