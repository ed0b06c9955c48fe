/// What a suite found in one table: one outcome for each expectation, in the suite's order.
package struct ValidationResult: Sendable {
    package let suite: String
    package let outcomes: [Outcome]

    /// Whether every expectation is met, whatever its severity. An empty suite is met.
    package var isMet: Bool { outcomes.allSatisfy(\.isMet) }

    package var broken: [Outcome] { outcomes.filter { !$0.isMet } }
}
