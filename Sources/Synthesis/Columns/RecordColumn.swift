import Reporting

/// One of some records written out in place. Other columns read its fields as `column->field`, so values that belong
/// together stay together. The column itself shows the first field.
package struct RecordColumn: ColumnGenerator {
    package var list: RecordList
    /// One a record; empty where all are alike.
    package var weights: [Double]

    package init(_ list: RecordList, weights: [Double] = []) {
        self.list = list
        self.weights = weights
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard list.count > 0, let first = list.plans.first else { throw .weights("there is nothing to choose from") }
        guard list.records.allSatisfy({ $0.count == list.fields.count }) else {
            throw .parameter("rows", "records with the same fields")
        }
        let table = try AliasTable(checking: weights.isEmpty ? list.records.map { _ in 1 } : weights)
        let pointer = RowPointer(table: scope.add(records: list), key: 0) { frame, stream in
            frame.rows.map { table.index(for: stream.bits(at: $0)) }
        }
        return GeneratedColumn(first.type, isNullable: first.isNullable, pointer: pointer)
    }
}
