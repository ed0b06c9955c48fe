package import Expressions

/// What a transform computes, without saying how or where: the logical plan that engines lower.
package indirect enum Relation: Hashable, Sendable {
    /// All rows of a dataset of the pipeline.
    case dataset(DatasetName, RowType)
    /// Exactly these columns, in this order.
    case project([Projection], from: Relation)
    /// The rows for which the condition is true (not false, not null).
    case filter(TypedExpression, from: Relation)
    /// Whole rows once each; nulls count as equal.
    case distinct(from: Relation)
    /// One row of each key: the first by `order`.
    case first(ofEach: [String], order: [SortKey], from: Relation)
    case join(Join)
    /// One row of each combination of `by`; `set` holds aggregates.
    case aggregate(by: [Projection], set: [Projection], from: Relation)
    /// The input's columns and then these, each computed over the partition.
    case window([WindowColumn], partition: [String], order: [SortKey], from: Relation)
    /// Rows of all inputs, which have the same columns; repeated rows stay.
    case union([Relation])
    case sort([SortKey], from: Relation)
    case limit(Int, offset: Int, from: Relation)
    case query(Query)
}

/// A computed column and its name.
package struct Projection: Hashable, Sendable {
    package var name: String
    package var expression: TypedExpression

    package init(_ name: String, _ expression: TypedExpression) {
        self.name = name
        self.expression = expression
    }

    package var column: Column { Column(name, expression.type, isNullable: expression.isNullable) }
}

/// A column to order by. Nulls come last in either direction.
package struct SortKey: Hashable, Sendable {
    package var column: String
    package var isDescending: Bool

    package init(_ column: String, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }
}

package struct WindowColumn: Hashable, Sendable {
    package var name: String
    package var function: WindowFunction
    package var type: DataType

    package init(_ name: String, _ function: WindowFunction, type: DataType) {
        self.name = name
        self.function = function
        self.type = type
    }

    package enum WindowFunction: Hashable, Sendable {
        case rowNumber, rank, denseRank
        case lag(String, by: Int)
        case lead(String, by: Int)
        case aggregate(TypedExpression)
    }
}

/// A query that a person wrote in SQL over named inputs. Its columns come from the engine or a declaration.
package struct Query: Hashable, Sendable {
    package var text: String
    package var inputs: [String: Relation]
    package var row: RowType

    package init(text: String, inputs: [String: Relation], row: RowType) {
        self.text = text
        self.inputs = inputs
        self.row = row
    }
}
