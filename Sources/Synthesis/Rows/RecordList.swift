package import Expressions

/// Records written out where they are used: some fields, and a value of each for every record.
package struct RecordList: Hashable, Sendable {
    package var fields: [String]
    /// Each as long as `fields`.
    package var records: [[Value]]

    package init(fields: [String], records: [[Value]]) {
        self.fields = fields
        self.records = records
    }

    package var count: Int { records.count }

    /// Each field as a column of a table whose rows are the records.
    var plans: [ColumnPlan] {
        fields.indices.map { field in
            let values = FixedValues(records.map { $0[field] })
            return ColumnPlan(
                name: fields[field],
                type: values.type,
                isNullable: values.isNullable,
                source: .values { frame, _ in values.vector(at: frame.rows) },
                stream: RandomStream(key: 0),
                missing: nil
            )
        }
    }
}
