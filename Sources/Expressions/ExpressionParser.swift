import Reporting

/// Precedence climbing over the tokens of one expression, with PostgreSQL's precedences.
struct ExpressionParser {
    private let tokens: [Token]
    private var position = 0
    /// Open parentheses, calls and prefixes around the current token.
    private var nesting = 0

    init(_ tokens: [Token]) { self.tokens = tokens }

    /// How tightly each kind of operator binds.
    enum Binding {
        static let or = 1, and = 2, not = 3, isTest = 4, comparison = 5, membership = 6
        static let concatenation = 7, sum = 8, product = 9, negation = 10
    }

    mutating func whole() throws(ExpressionIssue) -> Expression {
        guard current.kind != .end else {
            throw ExpressionIssue(.expressionSyntax, "the expression is empty", at: current.range)
        }
        let expression = try parse(0)
        guard current.kind == .end else { throw unexpected() }
        return expression
    }

    mutating func parse(_ minimum: Int) throws(ExpressionIssue) -> Expression {
        try descend()
        defer { ascend() }
        var left = try prefix()
        while let next = try infix(left, minimum) { left = next }
        return left
    }

    /// One level further in; refused past the limit, since every level takes stack.
    mutating func descend() throws(ExpressionIssue) {
        nesting += 1
        guard nesting <= Expression.maximumDepth else {
            throw .tooDeep(at: current.range)
        }
    }

    mutating func ascend() {
        nesting -= 1
    }

    private mutating func prefix() throws(ExpressionIssue) -> Expression {
        let start = current.range
        if takeWord("not") {
            let operand = try parse(Binding.not)
            return try Expression(.unary("not", operand), start.lowerBound..<operand.range.upperBound, over: [operand])
        }
        if takeSymbol("-") {
            let operand = try parse(Binding.negation)
            let range = start.lowerBound..<operand.range.upperBound
            if case .literal(let value) = operand.node, let negated = value.negated {
                return try Expression(.literal(negated), range)
            }
            return try Expression(.unary("-", operand), range, over: [operand])
        }
        if takeSymbol("+") { return try parse(Binding.negation) }
        return try operand()
    }

    /// `left` extended by one operator that binds at least as tightly as `minimum`; nil where none follows.
    private mutating func infix(_ left: Expression, _ minimum: Int) throws(ExpressionIssue) -> Expression? {
        switch current.kind {
        case .symbol(let symbol): return try infix(symbol, left, minimum)
        case .word(let word): return try infix(word: word.lowercased(), left, minimum)
        default: return nil
        }
    }

    private mutating func infix(
        _ symbol: String,
        _ left: Expression,
        _ minimum: Int
    ) throws(ExpressionIssue) -> Expression? {
        let binding: Int
        switch symbol {
        case "=", "<>", "!=", "<", "<=", ">", ">=": binding = Binding.comparison
        case "||": binding = Binding.concatenation
        case "+", "-": binding = Binding.sum
        case "*", "/", "%": binding = Binding.product
        case "::":
            advance()
            let type = try dataType()
            return try node(.cast(left, to: type, isTry: false), from: left, over: [left])
        default: return nil
        }
        guard binding >= minimum else { return nil }
        if symbol == "||" { return try chain("||", binding, from: left) }
        advance()
        let right = try parse(binding + 1)
        if binding == Binding.comparison { try refuseChain() }
        return try binary(symbol == "!=" ? "<>" : symbol, left, right)
    }

    /// `a < b < c` is not what it looks like in SQL.
    private func refuseChain() throws(ExpressionIssue) {
        guard case .symbol(let next) = current.kind, ["=", "<>", "!=", "<", "<=", ">", ">="].contains(next) else {
            return
        }
        throw ExpressionIssue(
            .expressionSyntax,
            "comparisons do not chain",
            at: current.range,
            help: "join two comparisons with 'and'"
        )
    }

    private mutating func infix(
        word: String,
        _ left: Expression,
        _ minimum: Int
    ) throws(ExpressionIssue) -> Expression? {
        switch word {
        case "or" where Binding.or >= minimum:
            return try chain("or", Binding.or, from: left)
        case "and" where Binding.and >= minimum:
            return try chain("and", Binding.and, from: left)
        case "is" where Binding.isTest >= minimum:
            advance()
            return try isTest(left)
        case "not", "in", "between", "like", "ilike":
            guard Binding.membership >= minimum, word != "not" || peekIsMembership else { return nil }
            return try membership(left)
        default: return nil
        }
    }

    /// All terms with the same operator between them; the current token is the first of these operators.
    private mutating func chain(
        _ name: String,
        _ binding: Int,
        from first: Expression
    ) throws(ExpressionIssue) -> Expression {
        var terms = [first]
        while takeWord(name) || takeSymbol(name) { terms.append(try parse(binding + 1)) }
        return try joined(terms[...], by: name)
    }

    /// A long chain as a tree of short ones, so that its terms count as one level and not as one each. The operator
    /// has to be associative: sums are not, as doubles round and whole numbers overflow.
    private func joined(_ terms: ArraySlice<Expression>, by name: String) throws(ExpressionIssue) -> Expression {
        guard terms.count > Self.longestChain else {
            var left = terms[terms.startIndex]
            for right in terms.dropFirst() { left = try binary(name, left, right) }
            return left
        }
        let middle = terms.startIndex + terms.count / 2
        return try binary(name, joined(terms[..<middle], by: name), joined(terms[middle...], by: name))
    }

    /// Terms that are joined from left to right, as they are written.
    private static let longestChain = 32

    private var peekIsMembership: Bool {
        guard position + 1 < tokens.count, case .word(let next) = tokens[position + 1].kind else { return false }
        return ["in", "between", "like", "ilike"].contains(next.lowercased())
    }

    private mutating func isTest(_ left: Expression) throws(ExpressionIssue) -> Expression {
        let isNegated = takeWord("not")
        if takeWord("null") { return try node(.isNull(left, isNegated: isNegated), from: left, over: [left]) }
        if takeWord("true") {
            return try node(.isBoolean(left, true, isNegated: isNegated), from: left, over: [left])
        }
        if takeWord("false") {
            return try node(.isBoolean(left, false, isNegated: isNegated), from: left, over: [left])
        }
        if takeWord("distinct") {
            try expectWord("from")
            let right = try parse(Binding.comparison)
            return try binary(isNegated ? "is not distinct from" : "is distinct from", left, right)
        }
        throw unexpected("'null', 'true', 'false' or 'distinct from' after 'is'")
    }

    private mutating func membership(_ left: Expression) throws(ExpressionIssue) -> Expression {
        let isNegated = takeWord("not")
        if takeWord("in") {
            try expectSymbol("(", "'(' and the values after 'in'")
            let items = try list(closing: ")")
            guard !items.isEmpty else { throw unexpected("a value") }
            return try node(.inList(left, items, isNegated: isNegated), from: left, over: [left] + items)
        }
        if takeWord("between") {
            let low = try parse(Binding.membership + 1)
            try expectWord("and")
            let high = try parse(Binding.membership + 1)
            return try node(
                .between(left, low: low, high: high, isNegated: isNegated),
                from: left,
                over: [left, low, high]
            )
        }
        let ignoringCase = takeWord("ilike")
        if !ignoringCase { try expectWord("like") }
        let pattern = try parse(Binding.membership + 1)
        return try node(
            .like(left, pattern: pattern, ignoringCase: ignoringCase, isNegated: isNegated),
            from: left,
            over: [left, pattern]
        )
    }

    private func binary(
        _ name: String,
        _ left: Expression,
        _ right: Expression
    ) throws(ExpressionIssue) -> Expression {
        try Expression(
            .binary(name, left, right),
            left.range.lowerBound..<right.range.upperBound,
            over: [left, right]
        )
    }
}

// MARK: Tokens

extension ExpressionParser {
    var current: Token { tokens[position] }

    /// The token after the current one; the end stays the end.
    var following: Token { tokens[min(position + 1, tokens.count - 1)] }

    mutating func advance() {
        if position + 1 < tokens.count { position += 1 }
    }

    mutating func takeSymbol(_ symbol: String) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    /// Keywords are not case-sensitive; a quoted name is never one.
    mutating func takeWord(_ word: String) -> Bool {
        guard case .word(let found) = current.kind, found.lowercased() == word else { return false }
        advance()
        return true
    }

    mutating func expectSymbol(_ symbol: String, _ wanted: Message? = nil) throws(ExpressionIssue) {
        guard takeSymbol(symbol) else { throw unexpected(wanted ?? "'\(symbol)'") }
    }

    mutating func expectWord(_ word: String) throws(ExpressionIssue) {
        guard takeWord(word) else { throw unexpected("'\(word)'") }
    }

    /// Expressions with commas between them, up to and with the closing mark.
    mutating func list(closing: String) throws(ExpressionIssue) -> [Expression] {
        var items: [Expression] = []
        if takeSymbol(closing) { return items }
        repeat { items.append(try parse(0)) } while takeSymbol(",")
        try expectSymbol(closing, "',' or '\(closing)'")
        return items
    }

    /// A node that starts with `first` and ends with the token just read.
    func node(
        _ node: Expression.Node,
        from first: Expression,
        over children: [Expression]
    ) throws(ExpressionIssue) -> Expression {
        try Expression(node, first.range.lowerBound..<end, over: children)
    }

    /// Where the token before the current one ends.
    var end: Int { position == 0 ? 0 : tokens[position - 1].range.upperBound }

    func unexpected(_ wanted: Message? = nil) -> ExpressionIssue {
        let found: Message =
            switch current.kind {
            case .end: "the expression ends too early"
            case .number(let text): "unexpected number \(text)"
            case .string: "unexpected text"
            case .word(let text), .quotedName(let text): "unexpected '\(text)'"
            case .symbol(let text): "unexpected '\(text)'"
            }
        return ExpressionIssue(.expressionSyntax, found, at: current.range, help: wanted.map { "expected \($0)" })
    }
}

extension Value {
    /// A number with the other sign; nil for anything else.
    var negated: Value? {
        switch self {
        case .integer(let number): number == .min ? nil : .integer(-number)
        case .double(let number): .double(-number)
        case .decimal(let digits) where digits.hasPrefix("-"): .decimal(String(digits.dropFirst()))
        // The smallest bigint has no positive twin: its digits arrive as a decimal.
        case .decimal("9223372036854775808"): .integer(.min)
        case .decimal(let digits): .decimal("-" + digits)
        default: nil
        }
    }
}
