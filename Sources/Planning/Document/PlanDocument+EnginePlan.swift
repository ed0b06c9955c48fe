extension PlanDocument {
    /// How the engine would do a transform, as it says when asked to explain and not to execute.
    package struct EnginePlan: Hashable, Sendable, Codable {
        package var task: String
        /// From the last to the first: each after the one that takes its rows.
        package var operators: [Operator]

        package init(task: String, operators: [Operator]) {
            self.task = task
            self.operators = operators
        }
    }

    package struct Operator: Hashable, Sendable, Codable {
        /// How many operators its rows pass after it.
        package var depth: Int
        /// `HASH_JOIN`, `READ_PARQUET`.
        package var name: String
        /// What it works on, on one line; empty where it says nothing.
        package var detail: String
        package var rows: Quantity
        /// The step that it comes of; nil where that cannot be told.
        package var source: Source?

        package init(depth: Int, name: String, detail: String, rows: Quantity, source: Source? = nil) {
            self.depth = depth
            self.name = name
            self.detail = detail
            self.rows = rows
            self.source = source
        }
    }
}
