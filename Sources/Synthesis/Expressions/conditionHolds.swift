package import Expressions

/// Whether a condition over constants alone is true; neither false nor null is.
///
/// Computed as generators compute, so that no engine is needed. Throws what is wrong with the condition, or which
/// function generators do not know.
package func conditionHolds(
    _ condition: Expression,
    constants: [String: Constant]
) throws(SynthesisIssue.Reason) -> Bool {
    try rowsHolding(condition, constants: constants, among: KnownRows(count: 1)).contains(true)
}

/// For each row whether a condition is true of it; neither false nor null is. As `conditionHolds`.
package func rowsHolding(
    _ condition: Expression,
    constants: [String: Constant] = [:],
    among rows: KnownRows
) throws(SynthesisIssue.Reason) -> [Bool] {
    let known = rows.columns.map { SyntheticColumn($0.name, KnownColumn(type: $0.type, values: $0.values)) }
    // A name that no expression can have without quotes.
    let answer = SyntheticColumn("the answer", ExpressionColumn(condition))
    let table = SyntheticTable("rows", rows: rows.count, columns: known + [answer])
    let program: SyntheticProgram
    do throws(SynthesisIssues) {
        program = try SyntheticDatabase(seed: "", constants: constants, tables: [table]).compiled()
    } catch {
        throw error.items[0].reason  // never empty: it is thrown for an issue
    }
    let vector = Frame(program, table: 0, rows: Array(0..<rows.count)).vector(known.count)
    guard vector.type == .boolean else { return Array(repeating: false, count: rows.count) }
    let values = vector.wholes
    return values.indices.map { !vector.isNull($0) && values[$0] != 0 }
}
