extension PlanDocument {
    /// What the world outside looks like afterwards, at one place.
    package struct Effect: Hashable, Sendable, Codable {
        package var task: String
        package var target: Target
        package var actions: [Action]
        package var words: String
        package var rows: Quantity
        package var bytes: Quantity
        /// Changes of a table's shape and rows, in the order in which they are sent.
        package var objects: [Change]
        /// Held until the commit.
        package var locks: [String]
        package var transaction: String?
        package var reversible: Reversal
        /// Rows or files that were there are gone afterwards, and no task makes them again.
        package var destructive: Bool
        package var source: Source
    }

    package struct Target: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable {
            case file, lake, postgres, duckdb
        }

        package var kind: Kind
        /// A path, or the name of a table.
        package var name: String
        /// Of the profile, where it is a table.
        package var connection: String?
    }

    package struct Change: Hashable, Sendable, Codable {
        package var words: String
        package var sql: String
    }

    /// The way back, once it is done.
    package struct Reversal: Hashable, Sendable, Codable {
        package var possible: Bool
        package var words: String
    }
}

extension PlanDocument.Effect {
    package var symbol: String {
        if destructive { return "!" }
        switch actions {
        case [.create]: return "+"
        case [.delete, .create]: return "-/+"
        case [.delete]: return "-"
        default: return "~"
        }
    }
}
