package import Engines
import Expressions
import Reporting

/// Measures a table against a suite: one scan, one grouping for each key, and one more statement for samples if
/// something failed. Blocks; `relation` is what stands behind FROM.
package func evaluate(
    _ plan: SuitePlan,
    from relation: SQL,
    session: any EngineSession
) throws(EngineError) -> ValidationResult {
    let measured = try Measured(plan, from: relation, session: session)
    let readings = plan.checks.map { measured.reading(of: $0) }
    let broken = readings.indices.filter { readings[$0].verdict == .broken }
    let queries = broken.compactMap { plan.sampleQuery(ofCheck: $0) }
    let samples = try fetchSamples(queries, plan, from: relation, session: session)
    let outcomes = plan.checks.indices.map { number in
        Outcome(
            expectation: plan.checks[number].expectation,
            verdict: readings[number].verdict,
            observation: readings[number].adding(samples[number, default: []]),
            inspection: plan.inspection(ofCheck: number, from: relation),
            fault: readings[number].verdict == .broken ? plan.fault(ofCheck: number) : nil
        )
    }
    return ValidationResult(suite: plan.suite.name, outcomes: outcomes)
}

/// The samples of failed expectations, by their place in the plan.
private func fetchSamples(
    _ queries: [SampleQuery],
    _ plan: SuitePlan,
    from relation: SQL,
    session: any EngineSession
) throws(EngineError) -> [Int: [Sample]] {
    guard let statement = plan.samples(queries, from: relation) else { return [:] }
    let columns = Dictionary(uniqueKeysWithValues: queries.map { ($0.number, $0.columns) })
    var samples: [Int: [Sample]] = [:]
    for row in try session.rows(statement) {
        let number = try row[0].counted
        guard let columns = columns[number] else {
            throw EngineError(.other, "a sample of no expectation", statement: statement)
        }
        let values = zip(columns, row.dropFirst(2)).map { (column: $0.name, value: JSONText($1, of: $0.type)) }
        samples[number, default: []].append(Sample(values: values, count: try row[1].counted))
    }
    return samples
}
