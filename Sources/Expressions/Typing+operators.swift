import Reporting

extension Typing {
    mutating func unary(_ name: String, _ operand: Expression, _ range: Range<Int>) -> TypedExpression? {
        if name == "not" {
            return boolean(operand, "not").map {
                TypedExpression(.call("not", [$0]), .boolean, isNullable: $0.isNullable, at: range)
            }
        }
        return typed(operand).flatMap { call(function: Catalogue.operator("negate"), written: "-", [$0], range) }
    }

    mutating func binary(
        _ name: String,
        _ left: Expression,
        _ right: Expression,
        _ range: Range<Int>
    ) -> TypedExpression? {
        switch name {
        case "and", "or":
            let (left, right) = (boolean(left, name), boolean(right, name))
            guard let left, let right else { return nil }
            return TypedExpression(
                .call(name, [left, right]),
                .boolean,
                isNullable: left.isNullable || right.isNullable,
                at: range
            )
        case "=", "<>", "<", "<=", ">", ">=":
            return comparison(name, left, right, range)
        case "is distinct from", "is not distinct from":
            guard let pair = comparable(left, right, range) else { return nil }
            return TypedExpression(.call(name, pair), .boolean, isNullable: false, at: range)
        case "+", "-":
            if let shifted = shift(name, left, right, range) { return shifted.expression }
            fallthrough
        default:
            let (left, right) = (typed(left), typed(right))
            guard let left, let right else { return nil }
            return call(function: Catalogue.operator(name), written: name, [left, right], range)
        }
    }

    private mutating func comparison(
        _ name: String,
        _ left: Expression,
        _ right: Expression,
        _ range: Range<Int>
    ) -> TypedExpression? {
        guard left.node != .literal(.null), right.node != .literal(.null) else {
            let help: Message? =
                switch name {
                case "=": "write 'is null'"
                case "<>": "write 'is not null'"
                default: "test for null with 'is null'"
                }
            report(
                .nullComparison, "a comparison with null is never true", at: range, help: help,
                repair: right.node == .literal(.null) ? nullTest(name, left.range.upperBound..<range.upperBound) : nil)
            return nil
        }
        guard let pair = comparable(left, right, range) else { return nil }
        return TypedExpression(
            .call(name, pair),
            .boolean,
            isNullable: pair.contains(where: \.isNullable),
            at: range
        )
    }

    /// `is null` in place of the mark and the null after it.
    private func nullTest(_ name: String, _ range: Range<Int>) -> ExpressionIssue.Repair? {
        guard let test = ["=": "is null", "<>": "is not null"][name] else { return nil }
        return ExpressionIssue.Repair(
            applicability: .safe, title: "write '\(test)'", range: range, replacement: " \(test)")
    }

    /// Both sides where they can be compared: numbers with numbers, times with times, else equal types.
    private mutating func comparable(
        _ left: Expression,
        _ right: Expression,
        _ range: Range<Int>
    ) -> [TypedExpression]? {
        let (left, right) = (typed(left), typed(right))
        guard let left, let right else { return nil }
        return matched([left, right], range)
    }

    /// Operands that are compared with each other. Quoted literals take the others' type; columns stay as they are,
    /// since engines compare numbers with numbers and dates with timestamps themselves.
    mutating func matched(_ operands: [TypedExpression], _ range: Range<Int>) -> [TypedExpression]? {
        guard let unified = unified(operands, nil, range) else { return nil }
        return zip(operands, unified.items).map { original, unified in
            if case .literal(.string) = original.node { return unified }
            return original.type == .null || original.type.isTemporal ? unified : original
        }
    }

    /// All items as their common type; nil with an issue where there is none. `what` names them in the message, nil
    /// where they are compared.
    mutating func unified(
        _ items: [TypedExpression],
        _ what: Message?,
        _ range: Range<Int>
    ) -> (items: [TypedExpression], type: DataType)? {
        if let unified = unify(items) { return unified }
        let types = items.distinctTypes
        if let (literal, type) = misreadLiteral(items) {
            report(
                .typeMismatch,
                "'\(literal.literalText)' is not a \(type)",
                at: literal.range,
                help: type.literalHelp
            )
            return nil
        }
        let written = types.map(\.description)
        let message: Message =
            what.map { "\($0) have types that do not go together: \(written.joined(separator: ", "))" }
            ?? "cannot compare \(written.map { Message($0) }.joined(separator: " with "))"
        report(.typeMismatch, message, at: range, help: helpComparing(items), repair: unquoting(items))
        return nil
    }

    /// A quoted literal beside a date, timestamp or uuid that does not read as one.
    private func misreadLiteral(_ items: [TypedExpression]) -> (TypedExpression, DataType)? {
        guard let type = items.map(\.type).first(where: \.readsQuotedLiterals) else { return nil }
        return items.first { $0.isQuotedLiteral && $0.coerced(to: type) == nil }.map { ($0, type) }
    }

    /// The number that a quoted literal beside numbers holds, without its quotes.
    private func unquoting(_ items: [TypedExpression]) -> ExpressionIssue.Repair? {
        guard let text = items.first(where: \.isQuotedLiteral), items.contains(where: \.type.isNumeric),
            !text.literalText.isEmpty, text.literalText.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E })
        else { return nil }
        return ExpressionIssue.Repair(
            applicability: .unsafe, title: "write \(text.literalText) without quotes", range: text.range,
            replacement: text.literalText)
    }

    private func helpComparing(_ items: [TypedExpression]) -> Message? {
        if let text = items.first(where: \.isQuotedLiteral), items.contains(where: \.type.isNumeric),
            Double(text.literalText) != nil
        {
            return "write the number without quotes: \(text.literalText)"
        }
        guard let other = items.map(\.type).first(where: { $0 != .string }),
            items.contains(where: { $0.type == .string })
        else { return nil }
        return "cast the text: try_cast(… as \(other))"
    }

    /// `x + interval` or `x - interval`; nil where no interval is written.
    private mutating func shift(
        _ name: String,
        _ left: Expression,
        _ right: Expression,
        _ range: Range<Int>
    ) -> (expression: TypedExpression?, Void)? {
        let (base, interval): (Expression, Interval)
        switch (left.node, right.node) {
        case (_, .interval(let written)): (base, interval) = (left, name == "-" ? -written : written)
        case (.interval(let written), _) where name == "+": (base, interval) = (right, written)
        default: return nil
        }
        guard let typed = typed(base) else { return (nil, ()) }
        guard typed.type.isTemporal else {
            report(
                .typeMismatch,
                "an interval is added to a date or a timestamp, not to \(typed.type)",
                at: base.range
            )
            return (nil, ())
        }
        let type: DataType = typed.type == .date && !interval.isWholeDays ? .timestamp : typed.type
        return (TypedExpression(.shift(typed, by: interval), type, isNullable: typed.isNullable, at: range), ())
    }

    mutating func inList(
        _ operand: Expression,
        _ items: [Expression],
        _ isNegated: Bool,
        _ range: Range<Int>
    ) -> TypedExpression? {
        if let null = items.first(where: { $0.node == .literal(.null) }) {
            report(
                .nullComparison,
                "null in a list is never found",
                at: null.range,
                help: "test for null with 'is null'"
            )
        }
        guard let operands = typed(all: [operand] + items), let matched = matched(operands, range) else { return nil }
        return TypedExpression(
            .inList(matched[0], Array(matched.dropFirst()), isNegated: isNegated),
            .boolean,
            isNullable: matched.contains(where: \.isNullable),
            at: range
        )
    }

    mutating func between(
        _ operand: Expression,
        _ low: Expression,
        _ high: Expression,
        _ isNegated: Bool,
        _ range: Range<Int>
    ) -> TypedExpression? {
        if let null = [low, high].first(where: { $0.node == .literal(.null) }) {
            report(.nullComparison, "a comparison with null is never true", at: null.range)
        }
        guard let operands = typed(all: [operand, low, high]), let matched = matched(operands, range) else {
            return nil
        }
        return TypedExpression(
            .between(matched[0], low: matched[1], high: matched[2], isNegated: isNegated),
            .boolean,
            isNullable: matched.contains(where: \.isNullable),
            at: range
        )
    }

    mutating func conditional(
        _ operand: Expression?,
        _ branches: [Expression.Branch],
        _ otherwise: Expression?,
        _ range: Range<Int>
    ) -> TypedExpression? {
        let tested: [TypedExpression]?
        if let operand {
            let operands = typed(all: [operand] + branches.map(\.condition))
            tested = operands.flatMap { matched($0, range) }
        } else {
            let conditions = branches.map { boolean($0.condition, "when") }
            tested = conditions.contains { $0 == nil } ? nil : conditions.compactMap(\.self)
        }
        let results = typed(all: branches.map(\.result) + [otherwise].compactMap(\.self))
        guard let tested, let results, let unified = unified(results, "the results of 'case'", range) else {
            return nil
        }
        let conditions = operand == nil ? tested[...] : tested.dropFirst()
        let typedBranches = zip(conditions, unified.items).map { condition, result in
            TypedExpression.Branch(condition: condition, result: result)
        }
        return TypedExpression(
            .conditional(
                operand: operand == nil ? nil : tested[0],
                typedBranches,
                otherwise: otherwise == nil ? nil : unified.items.last
            ),
            unified.type,
            isNullable: otherwise == nil || unified.items.contains(where: \.isNullable),
            at: range
        )
    }
}
