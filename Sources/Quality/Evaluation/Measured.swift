import Engines
import Expressions
import Reporting

/// The numbers of a plan, as one table gave them.
struct Measured {
    /// A measure that the engine refused holds its words.
    private let scan: [Result<Value, EngineError>]
    private let keys: [Result<KeyNumbers, EngineError>]

    private struct KeyNumbers {
        /// Different keys.
        var different: Int
        /// Rows whose key another row has too.
        var repeated: Int
    }

    init(_ plan: SuitePlan, from relation: SQL, session: any EngineSession) throws(EngineError) {
        scan = try Self.scan(plan, from: relation, session: session)
        var keys: [Result<KeyNumbers, EngineError>] = []
        for key in plan.keys {
            keys.append(
                try Self.tried { () throws(EngineError) in
                    guard let row = try session.rows(key.statement(from: relation)).first, row.count == 2 else {
                        throw EngineError(.other, "a key was grouped without an answer")
                    }
                    return KeyNumbers(different: try row[0].counted, repeated: try row[1].counted)
                }
            )
        }
        self.keys = keys
    }

    /// All measures at once. Where the engine refuses one of them it refuses all, and each is asked for alone, so that
    /// one pattern with a missing bracket does not hide what the others found.
    private static func scan(
        _ plan: SuitePlan,
        from relation: SQL,
        session: any EngineSession
    ) throws(EngineError) -> [Result<Value, EngineError>] {
        guard let statement = plan.scan(from: relation) else { return [] }
        let whole = try tried { () throws(EngineError) in try session.rows(statement) }
        if case .success(let rows) = whole, let row = rows.first, row.count == plan.measures.count {
            return row.map { .success($0) }
        }
        var measures: [Result<Value, EngineError>] = []
        for measure in plan.measures {
            let alone: SQL = "SELECT \(measure) FROM \(relation)"
            measures.append(try tried { () throws(EngineError) in try session.rows(alone).first?.first ?? .null })
        }
        return measures
    }

    /// The result of a statement, or why the engine refuses this one; throws what would befall any statement.
    private static func tried<Success>(
        _ body: () throws(EngineError) -> Success
    ) throws(EngineError) -> Result<Success, EngineError> {
        do {
            return .success(try body())
        } catch {
            switch error.reason {
            case .parse, .bind, .conversion, .constraint, .outOfOrder, .other: return .failure(error)
            case .unavailable, .connection, .outOfMemory, .io, .permission, .interrupted: throw error
            }
        }
    }

    /// What one expectation found, before samples are fetched.
    func reading(of check: PlannedCheck) -> Reading {
        do {
            return try judged(check)
        } catch {
            return Reading(.impossible(error.message), .nothing)
        }
    }

    private func judged(_ check: PlannedCheck) throws(EngineError) -> Reading {
        switch check.step {
        case .impossible(let reason): return Reading(.impossible(reason), .nothing)
        case .columns(let finding): return Reading(finding.isMet ? .met : .broken, .columns(finding.result))
        case .rows(let rows, _, let total, let considered, let unexpected):
            let counts = try rowCounts(total, considered, unexpected: measuredCount(unexpected))
            return Reading(
                counts.meets(mostly: check.expectation.mostly) ? .met : .broken,
                .rows(counts, rows.form, rows.isAboutMissing ? missingSamples(counts, rows.columns) : [])
            )
        case .key(let key, let total, let considered, let number):
            let numbers = try keys[number].get()
            let counts = try rowCounts(total, considered, unexpected: numbers.repeated)
            return reading(of: key, counts, different: numbers.different, mostly: check.expectation.mostly)
        case .aggregate(_, let value, let isInside):
            let value = try scan[value].get()
            let inside: Value = if let isInside { try scan[isInside].get() } else { .boolean(true) }
            let isMet = value != .null && inside == .boolean(true)
            return Reading(isMet ? .met : .broken, .value(JSONText(value)))
        }
    }

    private func reading(of key: KeyCheck, _ counts: RowCounts, different: Int, mostly: Double) -> Reading {
        switch key.wanted {
        case .noRepeats:
            let form: SampleForm = key.columns.count == 1 ? .value : .record
            return Reading(counts.meets(mostly: mostly) ? .met : .broken, .rows(counts, form, []))
        case .count(let bounds):
            return Reading(bounds.contains(Double(different)) ? .met : .broken, .value(.integer(different)))
        case .share(let bounds):
            let share = counts.judged == 0 ? 0 : Double(different) / Double(counts.judged)
            return Reading(bounds.contains(share) ? .met : .broken, .value(.double(share)))
        }
    }

    private func rowCounts(_ total: Int, _ considered: Int?, unexpected: Int) throws(EngineError) -> RowCounts {
        let total = try measuredCount(total)
        guard let considered else { return RowCounts(total: total, missing: nil, unexpected: unexpected) }
        return RowCounts(total: total, missing: total - (try measuredCount(considered)), unexpected: unexpected)
    }

    /// What is missing needs no query to be shown.
    private func missingSamples(_ counts: RowCounts, _ columns: [Column]) -> [Sample] {
        counts.unexpected == 0 ? [] : [Sample(values: columns.map { ($0.name, .null) }, count: counts.unexpected)]
    }

    private func measuredCount(_ measure: Int) throws(EngineError) -> Int { try scan[measure].get().counted }
}

extension Value {
    /// A count. Anything else is an error and not nought, which would let a table pass.
    var counted: Int {
        get throws(EngineError) {
            guard case .integer(let number) = self else { throw EngineError(.other, "a count came back as '\(text)'") }
            return Int(number)
        }
    }
}
