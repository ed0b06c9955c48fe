/// An expression whose names are resolved and whose type is known. Lowered to an engine, or evaluated.
package struct TypedExpression: Hashable, Sendable {
    package indirect enum Node: Hashable, Sendable {
        case column(qualifier: String?, name: String)
        /// The value is nil where it is known only when running.
        case constant(String, Value?)
        /// Already a value of the expression's type: a text beside a date has become a date.
        case literal(Value)
        /// A function of the catalogue by its one name. Operators are functions too: `+`, `||`, `=`, `and`, `not`,
        /// `is distinct from`; the sign is `negate`.
        case call(String, [TypedExpression])
        /// To the expression's type.
        case cast(TypedExpression, isTry: Bool)
        case conditional(operand: TypedExpression?, [Branch], otherwise: TypedExpression?)
        case inList(TypedExpression, [TypedExpression], isNegated: Bool)
        case between(TypedExpression, low: TypedExpression, high: TypedExpression, isNegated: Bool)
        case like(TypedExpression, pattern: TypedExpression, ignoringCase: Bool, isNegated: Bool)
        case isNull(TypedExpression, isNegated: Bool)
        case isBoolean(TypedExpression, Bool, isNegated: Bool)
        /// A date or timestamp moved by calendar time.
        case shift(TypedExpression, by: Interval)
        /// A column of the row that a generated reference points at.
        case reference(column: String, field: String)
        case list([TypedExpression])
    }

    package struct Branch: Hashable, Sendable {
        package var condition: TypedExpression
        package var result: TypedExpression

        package init(condition: TypedExpression, result: TypedExpression) {
            self.condition = condition
            self.result = result
        }
    }

    /// A column an expression reads.
    package struct ColumnReference: Hashable, Sendable {
        package var qualifier: String?
        package var name: String

        package init(_ name: String, qualifier: String? = nil) {
            self.qualifier = qualifier
            self.name = name
        }
    }

    package var node: Node
    package var type: DataType
    package var isNullable: Bool
    /// UTF-8 offsets in the parsed text; empty for what was not written.
    package var range: Range<Int>

    package init(_ node: Node, _ type: DataType, isNullable: Bool, at range: Range<Int> = 0..<0) {
        self.node = node
        self.type = type
        self.isNullable = isNullable
        self.range = range
    }

    /// A column as it is: what lineage and lowering build without a person's text.
    package init(_ column: Column, qualifier: String? = nil) {
        self.init(.column(qualifier: qualifier, name: column.name), column.type, isNullable: column.isNullable)
    }
}

extension TypedExpression {
    /// The direct parts, left to right.
    package var children: [TypedExpression] {
        switch node {
        case .column, .constant, .literal, .reference: []
        case .call(_, let arguments), .list(let arguments): arguments
        case .cast(let value, _), .isNull(let value, _), .isBoolean(let value, _, _), .shift(let value, _): [value]
        case .conditional(let operand, let branches, let otherwise):
            [operand].compactMap(\.self) + branches.flatMap { [$0.condition, $0.result] }
                + [otherwise].compactMap(\.self)
        case .inList(let value, let items, _): [value] + items
        case .between(let value, let low, let high, _): [value, low, high]
        case .like(let value, let pattern, _, _): [value, pattern]
        }
    }

    /// Columns read anywhere inside; a reference reads its own column.
    package var columns: Set<ColumnReference> {
        gathered { node in
            switch node {
            case .column(let qualifier, let name): ColumnReference(name, qualifier: qualifier)
            case .reference(let column, _): ColumnReference(column)
            default: nil
            }
        }
    }

    /// Names of the constants read anywhere inside.
    package var constants: Set<String> {
        gathered { node in
            if case .constant(let name, _) = node { name } else { nil }
        }
    }

    /// Whether an aggregate is called anywhere inside.
    package var aggregates: Bool {
        if case .call(let name, _) = node, Catalogue.function(named: name)?.isAggregate == true { return true }
        return children.contains(where: \.aggregates)
    }

    private func gathered<Item: Hashable>(_ item: (Node) -> Item?) -> Set<Item> {
        var found: Set<Item> = []
        func visit(_ expression: TypedExpression) {
            if let item = item(expression.node) { found.insert(item) }
            expression.children.forEach(visit)
        }
        visit(self)
        return found
    }
}

extension [TypedExpression] {
    /// Each type once, in the order of the first that has it.
    var distinctTypes: [DataType] { reduce(into: []) { if !$0.contains($1.type) { $0.append($1.type) } } }
}
