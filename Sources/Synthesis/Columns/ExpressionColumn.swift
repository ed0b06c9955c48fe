package import Expressions

/// Computed from the row and from the rows its references point to.
package struct ExpressionColumn: ColumnGenerator {
    package var expression: Expression

    package init(_ expression: Expression) { self.expression = expression }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let compiled = try scope.compiled(expression)
        return GeneratedColumn(compiled.type, isNullable: compiled.isNullable) { frame, _ in compiled.values(frame) }
    }
}
