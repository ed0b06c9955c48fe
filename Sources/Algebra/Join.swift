package import Expressions

/// Two relations side by side.
package struct Join: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case inner, left, right, full, semi, anti

        package var keepsRightColumns: Bool { self != .semi && self != .anti }
    }

    package enum Condition: Hashable, Sendable {
        /// Columns of these names are equal on both sides; they appear once in the result.
        case columns([String])
        case expression(TypedExpression)
    }

    package var kind: Kind
    package var left: Relation
    package var right: Relation
    /// The names by which a condition tells the sides apart.
    package var leftName: String
    package var rightName: String
    package var condition: Condition
    /// Columns taken from the right side, none of which the left side has.
    package var taking: [String]

    package init(
        _ kind: Kind, _ left: Relation, named leftName: String, with right: Relation, named rightName: String,
        on condition: Condition, taking: [String]
    ) {
        self.kind = kind
        self.left = left
        self.right = right
        self.leftName = leftName
        self.rightName = rightName
        self.condition = condition
        self.taking = taking
    }

    /// Columns of an outer side may be missing.
    package var row: RowType {
        let leftMayMiss = kind == .right || kind == .full
        let rightMayMiss = kind == .left || kind == .full
        var columns = left.row.columns.map { column in
            if case .columns(let keys) = condition, keys.contains(column.name) { return column }
            return Column(column.name, column.type, isNullable: column.isNullable || leftMayMiss)
        }
        if kind.keepsRightColumns {
            let right = right.row
            columns += taking.compactMap { right[$0] }.map {
                Column($0.name, $0.type, isNullable: $0.isNullable || rightMayMiss)
            }
        }
        return RowType(columns)
    }
}
