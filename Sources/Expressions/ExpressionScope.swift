/// What names mean where an expression stands.
package struct ExpressionScope: Sendable {
    package let columns: [ScopeColumn]
    /// By dotted name: `params.date`, `run.started_at`.
    package let constants: [String: Constant]
    /// For generated tables: the columns that `name->field` can reach, by reference column.
    package let references: [String: RowType]
    /// Aggregates see the rows of one group of a grouping, never an empty set: what they make of
    /// non-null arguments is not null.
    package let isGrouped: Bool
    private let columnsByName: [String: [Int]]

    package init(
        columns: [ScopeColumn],
        constants: [String: Constant] = [:],
        references: [String: RowType] = [:],
        isGrouped: Bool = false
    ) {
        self.columns = columns
        self.constants = constants
        self.references = references
        self.isGrouped = isGrouped
        columnsByName = Dictionary(grouping: columns.indices, by: { columns[$0].column.name })
    }

    package init(
        _ row: RowType,
        constants: [String: Constant] = [:],
        references: [String: RowType] = [:],
        isGrouped: Bool = false
    ) {
        self.init(
            columns: row.columns.map { ScopeColumn(column: $0) },
            constants: constants,
            references: references,
            isGrouped: isGrouped
        )
    }

    func columns(named name: String) -> [ScopeColumn] { columnsByName[name, default: []].map { columns[$0] } }
}

/// A column an expression may name, with the name of its input where there are several.
package struct ScopeColumn: Hashable, Sendable {
    package var qualifier: String?
    package var column: Column

    package init(qualifier: String? = nil, column: Column) {
        self.qualifier = qualifier
        self.column = column
    }
}

/// A named value that is the same for every row.
package struct Constant: Hashable, Sendable {
    package var type: DataType
    /// nil where it is known only when running.
    package var value: Value?

    package init(type: DataType, value: Value? = nil) {
        self.type = type
        self.value = value
    }
}
