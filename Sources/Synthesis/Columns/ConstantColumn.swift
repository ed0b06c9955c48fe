package import Expressions

/// The same value in every row.
package struct ConstantColumn: ColumnGenerator {
    package var value: Value

    package init(_ value: Value) { self.value = value }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        GeneratedColumn(FixedValues([value]))
    }
}

extension GeneratedColumn {
    /// The first of some values in every row.
    init(_ values: FixedValues) {
        self.init(values.type, isNullable: values.isNullable) { frame, _ in
            values.vector(at: Array(repeating: 0, count: frame.rows.count))
        }
    }
}
