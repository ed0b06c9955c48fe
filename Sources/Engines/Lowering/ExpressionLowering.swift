package import Expressions

extension SQL {
    /// The expression as an engine writes it. An operator comes out in parentheses, so it can stand anywhere.
    ///
    /// `constants` gives the values that are known only when running. Without its value such a constant is written as
    /// the parameter `$run_started_at`: fit to show in a plan, refused when executed.
    package init(_ expression: TypedExpression, dialect: Dialect = .duckdb, constants: [String: Value] = [:]) {
        let lowering = ExpressionLowering(dialect: dialect, constants: constants)
        self.init(trusted: lowering.atom(expression))
    }
}

/// Writes one expression, with no more parentheses inside than precedence asks for.
private struct ExpressionLowering {
    let dialect: Dialect
    let constants: [String: Value]

    /// A written part and how tightly its outermost operator binds; nil where it has none.
    struct Fragment {
        var text: String
        var precedence: Int?
    }

    /// Comparisons, `IS`, `IN`, `BETWEEN` and `LIKE` do not associate: inside each other they get parentheses.
    private static let comparison = 4

    func atom(_ expression: TypedExpression) -> String {
        let fragment = fragment(expression)
        return fragment.precedence == nil ? fragment.text : "(\(fragment.text))"
    }

    /// Bare where commas or brackets stand around it.
    private func bare(_ expression: TypedExpression) -> String { fragment(expression).text }

    private func operand(_ expression: TypedExpression, above precedence: Int) -> String {
        let fragment = fragment(expression)
        return (fragment.precedence ?? .max) > precedence ? fragment.text : "(\(fragment.text))"
    }

    private func fragment(_ expression: TypedExpression) -> Fragment {
        switch expression.node {
        case .column(let qualifier, let name):
            return Fragment(text: dottedName([qualifier, name].compactMap(\.self)))
        case .constant(let name, let value):
            return Fragment(text: namedConstant(name, value, expression.type))
        case .literal(let value):
            return literalFragment(value, expression.type)
        case .call(let name, let arguments):
            return loweredCall(name, arguments)
        case .cast(let value, let isTry):
            return Fragment(text: cast(bare(value), expression.type, isTry: isTry))
        case .conditional(let operand, let branches, let otherwise):
            return Fragment(text: conditional(operand, branches, otherwise))
        case .shift(let value, let interval):
            return shift(value, interval, expression.type)
        case .reference(let column, let field):
            return Fragment(text: dottedName([column + "->" + field]))
        case .list(let items):
            let written = items.map(bare).joined(separator: ", ")
            return Fragment(text: dialect == .duckdb ? "[\(written)]" : "array(\(written))")
        case .inList, .between, .like, .isNull, .isBoolean:
            return Fragment(text: predicate(expression.node), precedence: Self.comparison)
        }
    }

    private func predicate(_ node: TypedExpression.Node) -> String {
        func side(_ expression: TypedExpression) -> String { operand(expression, above: Self.comparison) }
        switch node {
        case .inList(let value, let items, let isNegated):
            return "\(side(value))\(isNegated ? " NOT" : "") IN (\(items.map(bare).joined(separator: ", ")))"
        case .between(let value, let low, let high, let isNegated):
            return "\(side(value))\(isNegated ? " NOT" : "") BETWEEN \(side(low)) AND \(side(high))"
        case .like(let value, let pattern, let ignoringCase, let isNegated):
            let word = ignoringCase ? "ILIKE" : "LIKE"
            return "\(side(value))\(isNegated ? " NOT" : "") \(word) \(side(pattern))"
        case .isNull(let value, let isNegated):
            return "\(side(value)) IS\(isNegated ? " NOT" : "") NULL"
        case .isBoolean(let value, let wanted, let isNegated):
            return "\(side(value)) IS\(isNegated ? " NOT" : "") \(wanted ? "TRUE" : "FALSE")"
        default: preconditionFailure("not a predicate")
        }
    }

    private func dottedName(_ parts: [String]) -> String {
        switch dialect {
        case .duckdb: Identifier(parts: parts).quoted
        case .spark: parts.map { "`" + $0.replacing("`", with: "``") + "`" }.joined(separator: ".")
        }
    }

    private func namedConstant(_ name: String, _ value: Value?, _ type: DataType) -> String {
        if let value = value ?? constants[name] {
            let written = literalFragment(value, type).text
            // A number's digits do not tell the constant's type.
            return type.isNumeric && value != .null ? cast(written, type, isTry: false) : written
        }
        let parameter = "$" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        return cast(parameter, type, isTry: false)
    }

    private func literalFragment(_ value: Value, _ type: DataType) -> Fragment {
        let text = sqlLiteral(value, dialect: dialect).text
        switch (value, type) {
        case (.null, .null):
            return Fragment(text: text)
        case (.null, _), (.string, .json), (.list, _):
            return Fragment(text: cast(text, type, isTry: false))
        case (.integer, _), (.double, _), (.decimal, _):
            return Fragment(text: text, precedence: text.hasPrefix("-") ? 10 : nil)
        default: return Fragment(text: text)
        }
    }

    private func cast(_ text: String, _ type: DataType, isTry: Bool) -> String {
        "\(isTry ? "TRY_CAST" : "CAST")(\(text) AS \(sqlType(type, dialect: dialect).text))"
    }

    private func conditional(
        _ operand: TypedExpression?,
        _ branches: [TypedExpression.Branch],
        _ otherwise: TypedExpression?
    ) -> String {
        var text = "CASE"
        if let operand { text += " " + atom(operand) }
        for branch in branches {
            let condition = operand == nil ? bare(branch.condition) : atom(branch.condition)
            text += " WHEN \(condition) THEN \(bare(branch.result))"
        }
        if let otherwise { text += " ELSE " + bare(otherwise) }
        return text + " END"
    }

    /// Engines give a timestamp for a date plus an interval; a date moved by whole days stays a date.
    private func shift(_ value: TypedExpression, _ interval: Interval, _ type: DataType) -> Fragment {
        let written = "INTERVAL '\(interval)'"
        let moved = "\(operand(value, above: 8)) + \(written)"
        return type == .date
            ? Fragment(text: cast(moved, .date, isTry: false)) : Fragment(text: moved, precedence: 8)
    }

    private func loweredCall(_ name: String, _ arguments: [TypedExpression]) -> Fragment {
        guard let function = Catalogue.function(named: name) else {
            preconditionFailure("'\(name)' was typed but is not in the catalogue")
        }
        let spelling = function.spelling(for: arguments)
        let template =
            switch dialect {
            case .duckdb:
                spelling.duckdbByKnownNumber.flatMap { arguments.last?.isKnownNumber == true ? $0 : nil }
                    ?? spelling.duckdb
            case .spark: spelling.spark ?? spelling.duckdb
            }
        return Fragment(text: filled(template, arguments, spelling.precedence), precedence: spelling.precedence)
    }

    /// The template with its places filled. A place between brackets and commas takes an operand as it is; elsewhere
    /// an operand gets parentheses unless it binds tighter than the spelling's own operator.
    private func filled(_ template: String, _ arguments: [TypedExpression], _ precedence: Int?) -> String {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let place = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            if place == "*" {
                text += arguments.map(bare).joined(separator: ", ")
            } else if let index = Int(place), index < arguments.count {
                let isEnclosed = text.isEnclosing && (rest.first == ")" || rest.first == ",")
                text +=
                    isEnclosed
                    ? bare(arguments[index])
                    : precedence.map { operand(arguments[index], above: isLeft(text, $0) ? $0 - 1 : $0) }
                        ?? atom(arguments[index])
            }
        }
        return text + rest
    }

    /// The left side of an operator that associates: `a - b - c` needs no parentheses. Comparisons do not.
    private func isLeft(_ written: String, _ precedence: Int) -> Bool {
        written.isEmpty && precedence != Self.comparison
    }
}

extension String {
    fileprivate var isEnclosing: Bool { hasSuffix("(") || hasSuffix(", ") }
}
