package import Reporting

extension Catalogue {
    /// An operator the parser knows.
    static func `operator`(_ name: String) -> Function {
        guard let function = function(named: name) else { preconditionFailure("no operator \(name) in the catalogue") }
        return function
    }
}

extension Typing {
    mutating func call(_ name: String, _ arguments: [Expression], _ range: Range<Int>) -> TypedExpression? {
        guard let function = Catalogue.callable(named: name) else {
            unknownFunction(name, range)
            _ = typed(all: arguments)
            return nil
        }
        guard function.isAggregate else {
            return typed(all: arguments).flatMap { call(function: function, written: name, $0, range) }
        }
        return aggregate(function, written: name, arguments, range)
    }

    private mutating func aggregate(
        _ function: Function,
        written name: String,
        _ arguments: [Expression],
        _ range: Range<Int>
    ) -> TypedExpression? {
        switch aggregates {
        case .refused:
            report(
                .aggregateNotAllowed,
                "'\(name)' is an aggregate, and there is no group of rows here",
                at: range,
                help: "compute it in an 'aggregate' step first"
            )
            return nil
        case .nested(let outer):
            report(.aggregateNotAllowed, "'\(name)' stands inside '\(outer)': aggregates do not nest", at: range)
            return nil
        case .allowed:
            aggregates = .nested(in: name)
            defer { aggregates = .allowed }
            return typed(all: arguments).flatMap { call(function: function, written: name, $0, range) }
        }
    }

    private mutating func unknownFunction(_ name: String, _ range: Range<Int>) {
        let help: Message? =
            if ["now", "today", "getdate", "sysdate", "current_timestamp", "current_date"].contains(name) {
                "write run.started_at"
            } else if ["random", "rand", "uuid", "gen_random_uuid", "newid"].contains(name) {
                "a task gives the same output each time it runs: derive the value from a column, as in hash(order_id)"
            } else if let synonym = functionSynonyms[name] {
                "did you mean '\(synonym)'?"
            } else {
                closestName(to: name, among: Catalogue.callableNames).map { "did you mean '\($0)'?" }
            }
        let place = range.lowerBound..<min(range.upperBound, range.lowerBound + name.utf8.count)
        report(
            .unknownFunction, "no function '\(name)'", at: place, help: help,
            repair: ExpressionIssue.respelling(
                name, at: place, among: Array(Catalogue.callableNames), meaning: functionSynonyms[name]))
    }

    /// A call with the signature that needs the fewest widenings; the first declared of equals.
    mutating func call(
        function: Function,
        written name: String,
        _ arguments: [TypedExpression],
        _ range: Range<Int>
    ) -> TypedExpression? {
        let sized = function.signatures.filter { $0.arity.contains(arguments.count) }
        guard !sized.isEmpty else {
            argumentCount(function, written: name, arguments.count, range)
            return nil
        }
        let matches = sized.compactMap { $0.match(arguments) }
        guard let best = matches.min(by: { $0.steps < $1.steps }) else {
            argumentTypes(sized, written: name, arguments, range)
            return nil
        }
        return TypedExpression(
            .call(function.name, best.arguments),
            best.result,
            isNullable: isNullable(function, best.arguments),
            at: range
        )
    }

    private func isNullable(_ function: Function, _ arguments: [TypedExpression]) -> Bool {
        switch function.nullability {
        case .never: false
        case .always:
            !(function.spelling.duckdbByKnownNumber != nil && arguments.last?.isKnownNumber == true)
                || arguments.contains(where: \.isNullable)
        case .ofAllArguments: arguments.allSatisfy(\.isNullable)
        case .ofLaterArguments: arguments.dropFirst().contains(where: \.isNullable)
        case .ofArguments: function.isAggregate && !scope.isGrouped || arguments.contains(where: \.isNullable)
        }
    }

    private mutating func argumentCount(
        _ function: Function,
        written name: String,
        _ count: Int,
        _ range: Range<Int>
    ) {
        let arities = function.signatures.map(\.arity)
        let (low, high) = arities.reduce((255, 0)) { (min($0.0, $1.lowerBound), max($0.1, $1.upperBound)) }
        let wanted: Message = high == 255 ? "at least \(low)" : low == high ? "\(low)" as Message : "\(low) to \(high)"
        let noun: Message = low == high && low == 1 ? "argument" : "arguments"
        report(
            .argumentCount,
            "'\(name)' takes \(wanted) \(noun), not \(count)",
            at: range,
            help: "'\(name)' is called as \(function.callForms)"
        )
    }

    private mutating func argumentTypes(
        _ signatures: [Signature],
        written name: String,
        _ arguments: [TypedExpression],
        _ range: Range<Int>
    ) {
        let mismatches = signatures.compactMap { $0.firstMismatch(arguments) }
        guard let index = mismatches.first?.index, mismatches.count == signatures.count,
            mismatches.allSatisfy({ $0.index == index })
        else {
            let distinct = arguments.distinctTypes
            if mismatches.isEmpty, distinct.count > 1 {
                let written = distinct.map(\.description).joined(separator: ", ")
                let what: Message = "the arguments of '\(name)'"
                report(.argumentType, "\(what) have types that do not go together: \(written)", at: range)
                return
            }
            let given = "(" + arguments.map(\.type.description).joined(separator: ", ") + ")"
            let forms = signatures.map { Message($0.parametersText) }.joined(separator: " or ")
            report(.argumentType, "'\(name)' takes \(forms), not \(given)", at: range)
            return
        }
        let wanted = Signature.Parameter.alternatives(mismatches.map(\.wanted))
        let argument = arguments[index]
        let found = argument.isQuotedLiteral ? "'\(argument.literalText)'" : argument.type.description
        report(
            .argumentType,
            "argument \(index + 1) of '\(name)' has to be \(wanted.map { Message($0.description) }.joined(separator: " or ")), not \(found)",
            at: argument.range,
            help: wanted.count == 1 ? wanted[0].remedy(for: argument) : nil
        )
    }
}

extension Signature.Parameter {
    /// Each once; of several choices of words the one with the most.
    fileprivate static func alternatives(_ parameters: [Self]) -> [Self] {
        let choices = parameters.compactMap { if case .choice(let words) = $0 { words } else { nil } }
        if let widest = choices.max(by: { $0.count < $1.count }) { return [.choice(widest)] }
        return parameters.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    fileprivate func remedy(for argument: TypedExpression) -> Message? {
        switch self {
        case .choice(let words):
            closestName(to: argument.literalText, among: words).map { "did you mean '\($0)'?" }
        case .exactly(let type) where castExists(from: argument.type, to: type):
            "cast it: \(argument.type == .string ? "try_cast" : "cast")(… as \(type))"
        default: nil
        }
    }
}

extension Function {
    /// `substring(string, bigint, [bigint])`, all signatures.
    package var callForms: Message { signatures.map { Message(name + $0.parametersText) }.joined(separator: " or ") }
}
