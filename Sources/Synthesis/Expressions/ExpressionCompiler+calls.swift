import Expressions

extension ExpressionCompiler {
    func call(
        _ name: String,
        _ arguments: [TypedExpression],
        _ expression: TypedExpression
    ) throws(Reason) -> CompiledExpression {
        var values: [CompiledExpression] = []
        for argument in arguments { values.append(try compiled(argument)) }
        let type = expression.type
        let found: CompiledExpression? =
            switch name {
            case "+", "-", "*", "/", "%", "div", "negate", "abs", "round", "floor", "ceil", "trunc":
                arithmetic(name, values, type)
            case "=", "<>", "<", "<=", ">", ">=": try comparison(name, values[0], values[1], expression)
            case "is distinct from": try distinction(values[0], values[1], expression)
            case "is not distinct from": negation(try distinction(values[0], values[1], expression))
            case "and": both(values[0], values[1])
            case "or": either(values[0], values[1])
            case "not": negation(values[0])
            case "coalesce", "nullif", "greatest", "least", "if": try choosing(name, values, type, expression)
            case "lower", "upper", "trim", "ltrim", "rtrim", "length", "||", "concat", "replace", "substring", "left",
                "right":
                text(name, values)
            case "contains", "starts_with", "ends_with", "position": search(name, values[0], values[1])
            case "regexp_matches": try regularExpression(values[0], arguments[1])
            case "list_contains": try membership(of: values[1], in: values[0], expression)
            case "list_length": listLength(values[0])
            case "year", "month", "day", "hour", "minute", "second": time(name, values[0], type)
            case "date_add": later(arguments[0], values, type)
            default: nil
            }
        guard let found else { throw .unsupported(name, range: expression.range) }
        return found
    }
}
