/// A field of the record or row that another column stands for: the same as the expression `column->field`.
package struct FieldColumn: ColumnGenerator {
    package var column: String
    package var field: String

    package init(of column: String, _ field: String) {
        self.column = column
        self.field = field
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let field = try scope.field(of: column, field)
        return GeneratedColumn(field.type, isNullable: field.isNullable) { frame, _ in frame.vector(field.place) }
    }
}
