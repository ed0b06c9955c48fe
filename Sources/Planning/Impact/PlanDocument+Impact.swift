extension PlanDocument {
    /// A table that a load changes, as the database has it, and what becomes of all that hangs on it.
    package struct Impact: Hashable, Sendable, Codable {
        package var task: String
        package var table: String
        package var connection: String
        /// Before the load; nil where there is no table.
        package var existing: Quantity?
        package var inserted: Quantity
        package var updated: Quantity
        package var deleted: Quantity
        /// In the order in which the database lists them.
        package var dependents: [Dependent]
        /// What waits for whom, by statement, in their order.
        package var locks: [Lock]

        package init(
            task: String,
            table: String,
            connection: String,
            existing: Quantity?,
            inserted: Quantity,
            updated: Quantity,
            deleted: Quantity,
            dependents: [Dependent],
            locks: [Lock]
        ) {
            self.task = task
            self.table = table
            self.connection = connection
            self.existing = existing
            self.inserted = inserted
            self.updated = updated
            self.deleted = deleted
            self.dependents = dependents
            self.locks = locks
        }
    }

    /// Something that hangs on a table.
    package struct Dependent: Hashable, Sendable, Codable {
        package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case view, grant, index
            case foreignKey = "foreign_key"
            case trigger
        }

        package var kind: Kind
        package var name: String
        /// What the load does to it.
        package var fate: String

        package init(kind: Kind, name: String, fate: String) {
            self.kind = kind
            self.name = name
            self.fate = fate
        }
    }

    package struct Lock: Hashable, Sendable, Codable {
        /// The beginning of the statement that takes it.
        package var statement: String
        package var mode: String
        package var words: String

        package init(statement: String, mode: String, words: String) {
            self.statement = statement
            self.mode = mode
            self.words = words
        }
    }
}
