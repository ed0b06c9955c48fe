package import Reporting

/// One difference between the project as it was and as it is, told by what it means for those who read the data.
package struct PlanChange: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable, Codable {
        case added, changed, removed

        package var symbol: String {
            switch self {
            case .added: "+"
            case .changed: "~"
            case .removed: "-"
            }
        }
    }

    /// Most serious first.
    package enum Category: String, Hashable, Sendable, CaseIterable {
        /// Who reads the data may fail, or reads other rows or values.
        case breaking
        /// There is more than before; what was there is as it was.
        case additive
        /// Words about the data.
        case metadata
        /// How the work is done. No effect on the data.
        case operational

        package var words: Message {
            switch self {
            case .breaking: "BREAKING"
            case .additive: "additive"
            case .metadata: "metadata"
            case .operational: "operational, no data effect"
            }
        }
    }

    /// A dataset or table that the change reaches, and which of its columns.
    package struct Reach: Hashable, Sendable {
        package var subject: String
        package var columns: [String]
    }

    /// What has changed: `processed.orders`, `table dwh.orders`, `check processed.orders`, `pipeline daily`.
    package var subject: String
    package var action: Action
    package var category: Category
    /// One phrase: "filter added".
    package var what: String
    /// Columns of the subject whose values change; empty where the change is of none.
    package var columns: [String] = []
    /// Downstream, in the order in which it is made.
    package var reaches: [Reach] = []
    package var before: String?
    package var after: String?
    /// In the project as it is; nil for what is gone.
    package var source: Span?
}

/// All differences between two states of a project, seen from one pipeline.
package struct PlanChanges: Hashable, Sendable {
    /// What it is compared with: a git revision.
    package var base: String
    /// The most serious first, then as declared.
    package var items: [PlanChange]
    /// Datasets, checks and tables that are as they were.
    package var unchanged: Int
    /// Why less than everything could be compared.
    package var note: String?

    package init(base: String, items: [PlanChange] = [], unchanged: Int = 0, note: String? = nil) {
        self.base = base
        self.items = items
        self.unchanged = unchanged
        self.note = note
    }
}
