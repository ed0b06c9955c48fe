import Engines
import Expressions
import Reporting

/// The numbers of a plan, as one table gave them.
struct Measured {
    private let scan: [Value]
    private let keys: [KeyNumbers]

    private struct KeyNumbers {
        /// Different keys.
        var different = 0
        /// Rows whose key another row has too.
        var repeated = 0
    }

    init(_ plan: SuitePlan, from relation: SQL, session: any EngineSession) throws(EngineError) {
        var scan: [Value] = []
        if let statement = plan.scan(from: relation) {
            scan = try session.rows(statement).first ?? []
            guard scan.count == plan.measures.count else {
                throw EngineError(.other, "the scan gave \(scan.count) of \(plan.measures.count) numbers", statement: statement)
            }
        }
        var keys: [KeyNumbers] = []
        for key in plan.keys {
            let row = try session.rows(key.statement(from: relation)).first ?? []
            keys.append(KeyNumbers(different: row.first?.integer ?? 0, repeated: row.last?.integer ?? 0))
        }
        self.scan = scan
        self.keys = keys
    }

    /// What one expectation found, before samples are fetched.
    func reading(of check: PlannedCheck) -> Reading {
        switch check.step {
        case .impossible(let reason): return Reading(.impossible(reason), .nothing)
        case .columns(let finding): return Reading(finding.isMet ? .met : .broken, .columns(finding.result))
        case .rows(let rows, _, let total, let considered, let unexpected):
            let counts = counts(total, considered, unexpected: integer(unexpected))
            return Reading(
                counts.meets(mostly: check.expectation.mostly) ? .met : .broken,
                .rows(counts, rows.form, rows.isAboutMissing ? missing(counts, rows.columns) : []))
        case .key(let key, let total, let considered, let number):
            return reading(of: key, keys[number], total, considered, mostly: check.expectation.mostly)
        case .aggregate(_, let value, let isInside):
            let isMet = scan[value] != .null && isInside.map { scan[$0] == .boolean(true) } ?? true
            return Reading(isMet ? .met : .broken, .value(JSONText(scan[value])))
        }
    }

    private func reading(
        of key: KeyCheck, _ numbers: KeyNumbers, _ total: Int, _ considered: Int?, mostly: Double
    ) -> Reading {
        let counts = counts(total, considered, unexpected: numbers.repeated)
        switch key.wanted {
        case .noRepeats:
            let form: SampleForm = key.columns.count == 1 ? .value : .record
            return Reading(counts.meets(mostly: mostly) ? .met : .broken, .rows(counts, form, []))
        case .count(let bounds):
            let isMet = bounds.contains(Double(numbers.different))
            return Reading(isMet ? .met : .broken, .value(.integer(numbers.different)))
        case .share(let bounds):
            let share = counts.judged == 0 ? 0 : Double(numbers.different) / Double(counts.judged)
            return Reading(bounds.contains(share) ? .met : .broken, .value(.double(share)))
        }
    }

    private func counts(_ total: Int, _ considered: Int?, unexpected: Int) -> RowCounts {
        let total = integer(total)
        return RowCounts(total: total, missing: considered.map { total - integer($0) }, unexpected: unexpected)
    }

    /// What is missing needs no query to be shown.
    private func missing(_ counts: RowCounts, _ columns: [Column]) -> [Sample] {
        counts.unexpected == 0 ? [] : [Sample(values: columns.map { ($0.name, .null) }, count: counts.unexpected)]
    }

    private func integer(_ measure: Int) -> Int { scan[measure].integer ?? 0 }
}

/// The verdict on one expectation and the numbers behind it.
struct Reading {
    var verdict: Outcome.Verdict
    var observation: Outcome.Observation

    init(_ verdict: Outcome.Verdict, _ observation: Outcome.Observation) {
        self.verdict = verdict
        self.observation = observation
    }

    /// The same with the values that broke the expectation.
    func adding(_ samples: [Sample]) -> Outcome.Observation {
        guard case .rows(let counts, let form, _) = observation, !samples.isEmpty else { return observation }
        return .rows(counts, form, samples)
    }
}

extension Value {
    /// A count, however the engine typed it.
    var integer: Int? {
        switch self {
        case .integer(let number): Int(number)
        case .decimal(let digits): Int(digits)
        default: nil
        }
    }
}
