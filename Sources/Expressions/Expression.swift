import Reporting

/// A parsed expression: names and calls are not looked up yet.
package struct Expression: Hashable, Sendable {
    package indirect enum Node: Hashable, Sendable {
        case literal(Value)
        /// `date '2025-01-01'`: text that must read as the type.
        case typedLiteral(DataType, String)
        case interval(Interval)
        /// One part, or more with dots: a column, a qualified column, or a constant such as `params.date`.
        case name([String])
        /// Lower-case function name; `count(*)` has no argument.
        case call(String, [Expression])
        /// `-`, `not`.
        case unary(String, Expression)
        /// `+ - * / % || = <> < <= > >= and or`, `is distinct from`, `is not distinct from`.
        case binary(String, Expression, Expression)
        case isNull(Expression, isNegated: Bool)
        case isBoolean(Expression, Bool, isNegated: Bool)
        case inList(Expression, [Expression], isNegated: Bool)
        case between(Expression, low: Expression, high: Expression, isNegated: Bool)
        case like(Expression, pattern: Expression, ignoringCase: Bool, isNegated: Bool)
        case conditional(operand: Expression?, [Branch], otherwise: Expression?)
        case cast(Expression, to: DataType, isTry: Bool)
        /// `product_id->price`: a column of the row that a generated reference points at.
        case reference(column: String, field: String)
        case list([Expression])
    }

    /// One `when … then …`.
    package struct Branch: Hashable, Sendable {
        package var condition: Expression
        package var result: Expression
    }

    package let node: Node
    /// UTF-8 offsets in the parsed text.
    package let range: Range<Int>
    /// Longest way from here to a leaf; at most `maximumDepth`.
    let depth: Int

    /// Deeper expressions are refused, so that recursion over them is safe on any thread.
    package static let maximumDepth = 128
    /// In UTF-8 bytes.
    package static let maximumLength = 64 << 10

    init(_ node: Node, _ range: Range<Int>, over children: [Expression] = []) throws(ExpressionIssue) {
        depth = 1 + children.map(\.depth).reduce(0, max)
        guard depth <= Self.maximumDepth else {
            throw .tooDeep(at: range)
        }
        self.node = node
        self.range = range
    }

    /// Reads one whole expression; nothing may follow it.
    package static func parse(_ text: String) throws(ExpressionIssue) -> Expression {
        guard text.utf8.count <= maximumLength else {
            throw ExpressionIssue(
                .expressionSyntax,
                "the expression is longer than \(maximumLength) bytes",
                at: 0..<text.utf8.count
            )
        }
        var lexer = Lexer(text)
        var parser = ExpressionParser(try lexer.tokens())
        return try parser.whole()
    }
}

extension ExpressionIssue {
    static func tooDeep(at range: Range<Int>) -> Self {
        ExpressionIssue(
            .expressionSyntax,
            "the expression is nested more than \(Expression.maximumDepth) levels deep",
            at: range,
            help: "compute parts of it as columns of their own first"
        )
    }
}
