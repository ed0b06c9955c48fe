extension PlanDocument {
    /// Intervals one after another of which the same holds.
    package struct Stretch: Hashable, Sendable, Codable {
        package enum State: String, Hashable, Sendable, Codable, CaseIterable {
            case done, failed, interrupted, missing, running
            /// The interval of the plan itself.
            case planned
        }

        /// Names of the first and the last: `2026-01-31`, or the start of a period with its hour.
        package var first: String
        package var last: String
        package var count: Int
        package var state: State

        package init(first: String, last: String, count: Int, state: State) {
            self.first = first
            self.last = last
            self.count = count
            self.state = state
        }
    }
}
