extension PlanDocument {
    /// What has changed against a git revision, as it is told and kept.
    package struct Difference: Hashable, Sendable, Codable {
        package var subject: String
        /// `added`, `changed` or `removed`.
        package var action: String
        /// `breaking`, `additive`, `metadata` or `operational`.
        package var category: String
        package var what: String
        package var columns: [String]
        package var reaches: [Reach]
        package var before: String?
        package var after: String?
        package var source: Source?

        package struct Reach: Hashable, Sendable, Codable {
            package var subject: String
            package var columns: [String]
        }
    }

    /// What `changes` are seen against.
    package struct Comparison: Hashable, Sendable, Codable {
        /// The git revision, as it was asked for.
        package var base: String
        /// Datasets, checks and tables that are as they were.
        package var unchanged: Int
        package var note: String?
    }
}
