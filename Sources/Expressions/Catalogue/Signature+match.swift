extension Signature {
    /// Arguments that fit, as the function receives them.
    struct Match {
        var arguments: [TypedExpression]
        var result: DataType
        /// How many implicit widenings were needed.
        var steps: Int
    }

    /// nil where the arguments do not fit. Their number has been checked.
    func match(_ arguments: [TypedExpression]) -> Match? {
        guard let same = typeOfSame(arguments) else { return nil }
        var match = Match(arguments: [], result: .null, steps: 0)
        for (index, argument) in arguments.enumerated() {
            guard let fitted = parameter(index).fitted(argument, same: same) else { return nil }
            match.arguments.append(fitted.argument)
            match.steps += fitted.steps
        }
        switch result {
        case .type(let type): match.result = type
        case .same: match.result = same
        case .listOfSame: match.result = .list(same)
        case .computed(_, let type):
            guard let computed = type(match.arguments) else { return nil }
            match.result = computed
        }
        return match
    }

    /// What `same` stands for in this call; nil where the arguments have no type in common.
    private func typeOfSame(_ arguments: [TypedExpression]) -> DataType? {
        var items: [TypedExpression] = []
        for (index, argument) in arguments.enumerated() {
            switch parameter(index) {
            case .same: items.append(argument)
            case .listOfSame:
                guard case .list(let element) = argument.type else { return argument.type == .null ? .null : nil }
                items.append(TypedExpression(.column(qualifier: nil, name: ""), element, isNullable: true))
            default: break
            }
        }
        return unify(items)?.type
    }

    /// The first argument no parameter takes, for the message.
    func firstMismatch(_ arguments: [TypedExpression]) -> (index: Int, wanted: Parameter)? {
        let same = typeOfSame(arguments)
        for (index, argument) in arguments.enumerated() {
            let parameter = parameter(index)
            if same == nil, parameter == .same || parameter == .listOfSame { continue }
            if parameter.fitted(argument, same: same ?? .null) == nil { return (index, parameter) }
        }
        return nil
    }
}

extension Signature.Parameter {
    fileprivate func fitted(
        _ argument: TypedExpression,
        same: DataType
    ) -> (argument: TypedExpression, steps: Int)? {
        switch self {
        case .anything: return (argument, 0)
        case .exactly(let type): return argument.fitted(to: type, readingNumbers: false)
        case .same: return argument.fitted(to: same, readingNumbers: true)
        case .listOfSame: return argument.fitted(to: .list(same), readingNumbers: false)
        case .decimal:
            if argument.type.isDecimal { return (argument, 0) }
            return argument.type.isInteger ? (argument, 2) : nil
        case .choice(let words):
            guard argument.isQuotedLiteral, words.contains(argument.literalText.lowercased()) else { return nil }
            var choice = argument
            choice.node = .literal(.string(argument.literalText.lowercased()))
            return (choice, 0)
        }
    }
}

extension TypedExpression {
    /// As an argument of a type. Numbers stay what they are, since engines widen them, but for literals that stand
    /// among numbers of one type; a cast is written for the rest.
    fileprivate func fitted(
        to wanted: DataType,
        readingNumbers: Bool
    ) -> (argument: TypedExpression, steps: Int)? {
        if type == wanted { return (self, 0) }
        guard let coerced = coerced(to: wanted) else { return nil }
        let steps = coercion(from: type, to: wanted)?.steps ?? 5
        if type.isNumeric, wanted.isNumeric, !(readingNumbers && isLiteral) { return (self, steps) }
        return (coerced, steps)
    }
}
