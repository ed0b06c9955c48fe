/// What a whole pipeline did to generated rows: a run of the same tasks in a place of their own.
package struct Simulation: Hashable, Sendable, Codable {
    /// Most rows that each source was given.
    package var rows: Int
    /// In the order of the plan.
    package var tasks: [Task]

    package init(rows: Int, tasks: [Task] = []) {
        self.rows = rows
        self.tasks = tasks
    }

    package struct Task: Hashable, Sendable, Codable {
        package enum Outcome: String, Hashable, Sendable, Codable {
            case done
            /// It did its work, and a run would have stopped there.
            case blocked
            case failed
            /// What it reads was not made.
            case unreached
        }

        package var id: String
        package var outcome: Outcome
        /// Where the rows of a source came from: `generator 'store'`, `schema 'orders'`.
        package var drawnFrom: String?
        package var rowsIn: Int?
        package var rowsOut: Int?
        package var filtered: Int?
        package var deduplicated: Int?
        package var rejects: [Reject]
        package var joins: [Join]
        /// Expectations judged; nil for what is no check.
        package var expectations: Int?
        package var unmet: [Unmet]
        /// Why it failed, or was not reached.
        package var problem: String?

        package init(id: String, outcome: Outcome, problem: String? = nil) {
            self.id = id
            self.outcome = outcome
            self.problem = problem
            rejects = []
            joins = []
            unmet = []
        }
    }

    /// Rows of a source that were set aside for one reason.
    package struct Reject: Hashable, Sendable, Codable {
        package var reason: String
        package var rows: Int

        package init(reason: String, rows: Int) {
            self.reason = reason
            self.rows = rows
        }
    }

    /// What a join did to the rows of its left side.
    package struct Join: Hashable, Sendable, Codable {
        package var with: String
        package var kind: String
        package var rowsLeft: Int
        package var rowsRight: Int
        /// Rows of the left side that have a partner.
        package var matched: Int
        package var rowsOut: Int

        package init(with: String, kind: String, rowsLeft: Int, rowsRight: Int, matched: Int, rowsOut: Int) {
            self.with = with
            self.kind = kind
            self.rowsLeft = rowsLeft
            self.rowsRight = rowsRight
            self.matched = matched
            self.rowsOut = rowsOut
        }

        /// Rows have come several times, or have lost their partner.
        package var isNotable: Bool { matched < rowsLeft || rowsOut > rowsLeft }
    }

    /// An expectation that generated rows do not meet.
    package struct Unmet: Hashable, Sendable, Codable {
        /// `amount is at least 0.01: 2 of 9 rows (22.2 %)`
        package var words: String
        /// `critical`, `warning` or `info`.
        package var importance: String
        package var samples: [String]
        package var source: PlanDocument.Source

        package init(words: String, importance: String, samples: [String], source: PlanDocument.Source) {
            self.words = words
            self.importance = importance
            self.samples = samples
            self.source = source
        }
    }
}
