import Reporting

/// Words that are never column names unless quoted.
private let reservedWords: Set<String> = [
    "and", "as", "between", "case", "cast", "else", "end", "false", "ilike", "in", "is", "like", "not", "null", "or",
    "then", "true", "try_cast", "when",
]

extension ExpressionParser {
    /// A literal, name, call, or anything in parentheses.
    mutating func operand() throws(ExpressionIssue) -> Expression {
        let token = current
        switch token.kind {
        case .number(let text):
            advance()
            return try Expression(.literal(try numberValue(text, token.range)), token.range)
        case .string(let text):
            advance()
            return try Expression(.literal(.string(text)), token.range)
        case .symbol("("):
            advance()
            let inner = try parse(0)
            try expectSymbol(")")
            return try Expression(inner.node, token.range.lowerBound..<end, over: [inner])
        case .symbol("["):
            advance()
            let items = try list(closing: "]")
            return try Expression(.list(items), token.range.lowerBound..<end, over: items)
        case .quotedName(let name):
            advance()
            return try dotted([name], token)
        case .word(let word):
            return try operand(word: word, token)
        case .symbol, .end:
            throw unexpected("a value")
        }
    }

    private func numberValue(_ text: String, _ range: Range<Int>) throws(ExpressionIssue) -> Value {
        if let integer = Int64(text) { return .integer(integer) }
        if text.contains(where: { $0 == "e" || $0 == "E" }) {
            if let number = Double(text), number.isFinite { return .double(number) }
            throw ExpressionIssue(.expressionSyntax, "the number is too large", at: range)
        }
        guard text.utf8.count(where: \.isDigit) <= 38 else {
            throw ExpressionIssue(.expressionSyntax, "a number has at most 38 digits", at: range)
        }
        let whole = text.hasPrefix(".") ? "0" + text : text
        return .decimal(whole.hasSuffix(".") ? String(whole.dropLast()) : whole)
    }

    private mutating func operand(word: String, _ token: Token) throws(ExpressionIssue) -> Expression {
        let keyword = word.lowercased()
        switch keyword {
        case "null", "true", "false":
            advance()
            return try Expression(.literal(keyword == "null" ? .null : .boolean(keyword == "true")), token.range)
        case "case":
            advance()
            return try conditional(from: token)
        case "cast":
            advance()
            return try cast(isTry: false, from: token)
        case "try_cast":
            advance()
            return try cast(isTry: true, from: token)
        case "interval":
            if let interval = try interval(token) { return interval }
        case "date", "timestamp", "timestamptz", "uuid":
            if case .string(let text) = following.kind, let type = DataType.plain(keyword) {
                advance()
                advance()
                return try Expression(.typedLiteral(type, text), token.range.lowerBound..<end)
            }
        default: break
        }
        guard !reservedWords.contains(keyword) else { throw unexpected("a value") }
        advance()
        if takeSymbol("(") { return try call(keyword, from: token) }
        return try dotted([word], token)
    }

    /// The rest of a dotted name, or of an arrow.
    private mutating func dotted(_ parts: [String], _ token: Token) throws(ExpressionIssue) -> Expression {
        var parts = parts
        while takeSymbol(".") { parts.append(try namePart()) }
        if takeSymbol("->") {
            guard parts.count == 1 else { throw unexpected("one column name before '->'") }
            let field = try namePart()
            return try Expression(.reference(column: parts[0], field: field), token.range.lowerBound..<end)
        }
        return try Expression(.name(parts), token.range.lowerBound..<end)
    }

    private mutating func namePart() throws(ExpressionIssue) -> String {
        switch current.kind {
        case .word(let name), .quotedName(let name):
            advance()
            return name
        default: throw unexpected("a name")
        }
    }

    private mutating func call(_ name: String, from token: Token) throws(ExpressionIssue) -> Expression {
        if name == "count", takeSymbol("*") {
            try expectSymbol(")")
            return try Expression(.call("count", []), token.range.lowerBound..<end)
        }
        if name == "extract", case .word(let part) = current.kind, case .word(let from) = following.kind,
            from.lowercased() == "from"
        {
            return try extract(part, from: token)
        }
        let distinct = current.range
        let isDistinct = takeWord("distinct")
        guard !isDistinct || name == "count" else {
            throw ExpressionIssue(
                .expressionSyntax,
                "'distinct' stands only in 'count'",
                at: distinct,
                help: "remove doubles in a 'distinct' step first"
            )
        }
        let arguments = try list(closing: ")")
        return try Expression(
            .call(isDistinct ? "count_distinct" : name, arguments),
            token.range.lowerBound..<end,
            over: arguments
        )
    }

    /// `extract(year from x)` is `date_part('year', x)`.
    private mutating func extract(_ part: String, from token: Token) throws(ExpressionIssue) -> Expression {
        let unit = try Expression(.literal(.string(part.lowercased())), current.range)
        advance()
        advance()
        let value = try parse(0)
        try expectSymbol(")")
        return try Expression(.call("date_part", [unit, value]), token.range.lowerBound..<end, over: [value])
    }

    private mutating func conditional(from token: Token) throws(ExpressionIssue) -> Expression {
        var operand: Expression?
        if case .word(let word) = current.kind, word.lowercased() == "when" {
        } else {
            operand = try parse(0)
        }
        var branches: [Expression.Branch] = []
        while takeWord("when") {
            let condition = try parse(0)
            try expectWord("then")
            branches.append(Expression.Branch(condition: condition, result: try parse(0)))
        }
        guard !branches.isEmpty else { throw unexpected("'when'") }
        let otherwise = takeWord("else") ? try parse(0) : nil
        try expectWord("end")
        let children = branches.flatMap { [$0.condition, $0.result] } + [operand, otherwise].compactMap(\.self)
        return try Expression(
            .conditional(operand: operand, branches, otherwise: otherwise),
            token.range.lowerBound..<end,
            over: children
        )
    }

    private mutating func cast(isTry: Bool, from token: Token) throws(ExpressionIssue) -> Expression {
        try expectSymbol("(")
        let value = try parse(0)
        try expectWord("as")
        let type = try dataType()
        try expectSymbol(")")
        return try Expression(.cast(value, to: type, isTry: isTry), token.range.lowerBound..<end, over: [value])
    }

    /// `interval '3 days'` or `interval 3 day`; nil where `interval` is a name.
    private mutating func interval(_ token: Token) throws(ExpressionIssue) -> Expression? {
        var interval: Interval?
        switch following.kind {
        case .string(let text):
            advance()
            advance()
            interval = Interval(parsing: text)
        case .number(let text):
            advance()
            advance()
            guard case .word(let unit) = current.kind else { throw unexpected("a unit such as 'days'") }
            advance()
            interval = Int(text).flatMap { Interval($0, unit) }
        default: return nil
        }
        let range = token.range.lowerBound..<end
        guard let interval else {
            throw ExpressionIssue(
                .expressionSyntax,
                "not an interval",
                at: range,
                help: "write whole numbers and units: interval '3 days', interval '1 month 12 hours'"
            )
        }
        return try Expression(.interval(interval), range)
    }

    /// A type's name with what stands in its brackets.
    mutating func dataType() throws(ExpressionIssue) -> DataType {
        let start = current.range.lowerBound
        guard case .word(let name) = current.kind else { throw unexpected("a type") }
        advance()
        var text = name
        if takeSymbol("(") {
            text += "("
            while case .number(let digits) = current.kind {
                advance()
                text += digits
                if takeSymbol(",") { text += "," }
            }
            try expectSymbol(")")
            text += ")"
        } else if takeSymbol("<") {
            try descend()
            defer { ascend() }
            text += "<\(try dataType())>"
            try expectSymbol(">")
        }
        if let type = parseDataType(text) { return type }
        throw ExpressionIssue(
            .expressionSyntax,
            "unknown type '\(text)'",
            at: start..<end,
            help: closestTypeName(to: name).map { "did you mean '\($0)'?" }
                ?? "types are \(DataType.names.joined(separator: ", "))"
        )
    }
}
