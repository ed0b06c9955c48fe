import Engines

/// A statement that brings staged rows into their table, or looks whether it may, and what its answer means.
struct SettlingStep: Hashable, Sendable {
    var statement: SQL
    var answer: Answer

    enum Answer: Hashable, Sendable {
        /// A row, if there is one, is a key that comes more than once, and how often.
        case duplicate(key: [String])
        /// The moment, if there is one, to which the history goes already.
        case laterMoment
        /// How many rows were inserted and how many updated; nothing where the table cannot tell.
        case merged
        case number(Count)
        /// The rows that the statement wrote are counted.
        case changed(Count)
    }

    /// Entries of a load's account.
    enum Count: Hashable, Sendable {
        case closed, deleted, inserted, partitions, stored, updated
    }

    init(_ statement: SQL, _ answer: Answer) {
        self.statement = statement
        self.answer = answer
    }
}

extension LoadOutcome {
    /// Runs the steps in their order.
    ///
    /// - Parameters:
    ///   - rows: asks the warehouse; cells come as texts.
    ///   - execute: answers how many rows were written.
    mutating func settle(
        _ steps: [SettlingStep],
        of request: LoadRequest,
        rows: (SQL) throws(EngineError) -> [[String?]],
        execute: (SQL) throws(EngineError) -> Int
    ) throws(EngineError) {
        // What no step counts did not happen.
        if case .scd2 = request.mode { (rowsInserted, rowsUpdated, rowsClosed) = (0, 0, 0) }
        for step in steps {
            if case .changed(let count) = step.answer {
                enter(try execute(step.statement), as: count)
            } else if let row = try rows(step.statement).first {
                try enter(row, of: step, request)
            }
        }
    }

    private mutating func enter(_ row: [String?], of step: SettlingStep, _ request: LoadRequest) throws(EngineError) {
        func number(_ place: Int) -> Int? { row[place].flatMap { Int($0) } }
        switch step.answer {
        case .duplicate(let key): throw duplicateKey(key, row, request.target.name, step.statement)
        case .laterMoment:
            guard let moment = row[0] else { return }
            throw request.outOfOrder(after: moment, step.statement)
        case .merged:
            rowsInserted = number(0)
            rowsUpdated = number(1)
        case .number(let count):
            if let number = number(0) { enter(number, as: count) }
        case .changed: break
        }
    }

    private mutating func enter(_ number: Int, as count: SettlingStep.Count) {
        func sum(_ earlier: Int?) -> Int { earlier.map { $0 + number } ?? number }
        switch count {
        case .closed: rowsClosed = sum(rowsClosed)
        case .deleted: rowsDeleted = sum(rowsDeleted)
        case .inserted: rowsInserted = sum(rowsInserted)
        case .partitions: partitions = number
        case .stored: rowsLoaded = number
        case .updated: rowsUpdated = sum(rowsUpdated)
        }
    }
}

/// `found` holds the key's values and how often they come.
func duplicateKey(_ key: [String], _ found: [String?], _ target: Identifier, _ statement: SQL) -> EngineError {
    let values = found.dropLast().map { $0 ?? "null" }.joined(separator: ", ")
    return EngineError(
        .constraint,
        "the key (\(key.joined(separator: ", "))) = (\(values)) comes \(found.last?.flatMap(\.self) ?? "several") times "
            + "among the rows for \(target.quoted)",
        code: "21000",
        hint: "deduplicate by the key before the load",
        statement: statement
    )
}

extension LoadRequest {
    fileprivate func outOfOrder(after moment: String, _ statement: SQL) -> EngineError {
        let own = if case .scd2(let history) = mode { history.momentText } else { interval }
        return EngineError(
            .outOfOrder,
            "the history of \(target.name.quoted) goes to \(moment) already, and these rows hold from \(own)",
            hint: "load days in their order; to change an older one, drop the table and run its days anew",
            statement: statement
        )
    }
}
