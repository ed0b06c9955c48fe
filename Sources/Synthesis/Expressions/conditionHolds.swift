package import Expressions

/// Whether a condition over constants alone is true; neither false nor null is.
///
/// Computed as generators compute, so that no engine is needed. Throws what is wrong with the condition, or which
/// function generators do not know.
package func conditionHolds(
    _ condition: Expression, constants: [String: Constant]
) throws(SynthesisIssue.Reason) -> Bool {
    let column = SyntheticColumn("holds", ExpressionColumn(condition))
    let database = SyntheticDatabase(
        seed: "", constants: constants, tables: [SyntheticTable("condition", rows: 1, columns: [column])])
    let program: SyntheticProgram
    do throws(SynthesisIssues) {
        program = try database.compiled()
    } catch {
        throw error.items[0].reason  // never empty: it is thrown for an issue
    }
    let value = Frame(program, table: 0, rows: [0]).vector(0)
    return value.type == .boolean && !value.isNull(0) && value.wholes[0] != 0
}
