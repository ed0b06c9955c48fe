/// Functions of numbers.
let numericFunctions: [Function] = rounding + powers + choosing

private let rounding: [Function] = [
    Function(
        "abs",
        .numeric,
        Signature(.int, gives: .int),
        Signature(.bigint, gives: .bigint),
        Signature(.decimal, gives: .firstArgument),
        Signature(.double, gives: .double),
        summary: "The number without its sign.",
        examples: .init("abs(-1.5)", "1.5"),
        .init("abs(-3)", "3")
    ),
    Function(
        "round",
        .numeric,
        Signature(.int, gives: .int),
        Signature(.bigint, gives: .bigint),
        Signature(.decimal, .int, optional: 1, gives: .rounded),
        Signature(.double, .int, optional: 1, gives: .double),
        summary: """
            The number rounded to so many digits after the point, none unless said; halves away from nought. \
            For a decimal the digits are a whole-number literal and become its scale.
            """,
        examples: .init("round(2.345, 2)", "2.35"),
        .init("round(2.5e0)", "3e0"),
        .init("round(-2.5)", "-3")
    ),
    Function(
        "floor",
        .numeric,
        Signature(.int, gives: .int, spelling: .init("{0}", precedence: 0)),
        Signature(.bigint, gives: .bigint, spelling: .init("{0}", precedence: 0)),
        Signature(.decimal, gives: .wholeDecimal),
        Signature(.double, gives: .double),
        summary: "The largest whole number that is not greater.",
        examples: .init("floor(-1.5)", "-2"),
        .init("floor(1.5e0)", "1e0"),
        .init("floor(7)", "7")
    ),
    Function(
        "ceil",
        .numeric,
        Signature(.int, gives: .int, spelling: .init("{0}", precedence: 0)),
        Signature(.bigint, gives: .bigint, spelling: .init("{0}", precedence: 0)),
        Signature(.decimal, gives: .wholeDecimal),
        Signature(.double, gives: .double),
        aliases: ["ceiling"],
        summary: "The smallest whole number that is not smaller.",
        examples: .init("ceil(1.2)", "2"),
        .init("ceil(-1.2e0)", "-1e0")
    ),
    Function(
        "trunc",
        .numeric,
        Signature(.int, gives: .int),
        Signature(.bigint, gives: .bigint),
        Signature(.decimal, gives: .wholeDecimal),
        Signature(.double, gives: .double),
        summary: "The number without its digits after the point.",
        examples: .init("trunc(-1.9)", "-1"),
        .init("trunc(1.9e0)", "1e0")
    ),
    Function(
        "sign",
        .numeric,
        Signature(.double, gives: .int),
        spelling: .init("CAST(sign({0}) AS INTEGER)", spark: "CAST(sign({0}) AS INT)"),
        summary: "-1, 0 or 1.",
        examples: .init("sign(-2.5)", "-1"),
        .init("sign(0)", "0")
    ),
    Function(
        "div",
        .numeric,
        Signature(.int, .int, gives: .int),
        Signature(.bigint, .bigint, gives: .bigint),
        nulls: .always,
        spelling: .init(
            "{0} // nullif({1}, 0)",
            spark: "{0} div nullif({1}, 0)",
            byKnownNumber: "{0} // {1}",
            precedence: 9
        ),
        summary: "Whole-number division, towards nought; null when divided by nought.",
        examples: .init("div(7, 2)", "3"),
        .init("div(-7, 2)", "-3"),
        .init("div(1, 0)", "null")
    ),
]

private let powers: [Function] = [
    Function(
        "sqrt",
        .numeric,
        Signature(.double, gives: .double),
        summary: "The square root. A negative number fails.",
        examples: .init("sqrt(9)", "3e0")
    ),
    Function(
        "power",
        .numeric,
        Signature(.double, .double, gives: .double),
        aliases: ["pow"],
        summary: "The first number to the power of the second.",
        examples: .init("power(2, 10)", "1024e0")
    ),
    Function(
        "exp",
        .numeric,
        Signature(.double, gives: .double),
        summary: "e to the power of the number.",
        examples: .init("exp(0)", "1e0")
    ),
    Function(
        "ln",
        .numeric,
        Signature(.double, gives: .double),
        summary: "The natural logarithm. Nought and negative numbers fail.",
        examples: .init("ln(1)", "0e0")
    ),
    Function(
        "log10",
        .numeric,
        Signature(.double, gives: .double),
        summary: "The logarithm to base 10. Nought and negative numbers fail.",
        examples: .init("log10(1000)", "3e0")
    ),
    Function(
        "log2",
        .numeric,
        Signature(.double, gives: .double),
        summary: "The logarithm to base 2. Nought and negative numbers fail.",
        examples: .init("log2(8)", "3e0")
    ),
    Function(
        "pi",
        .numeric,
        Signature(gives: .double),
        summary: "The number π.",
        examples: .init("round(pi(), 4)", "3.1416e0")
    ),
    Function(
        "sin",
        .numeric,
        Signature(.double, gives: .double),
        summary: "The sine of an angle in radians.",
        examples: .init("sin(0)", "0e0")
    ),
    Function(
        "cos",
        .numeric,
        Signature(.double, gives: .double),
        summary: "The cosine of an angle in radians.",
        examples: .init("cos(0)", "1e0")
    ),
    Function(
        "atan2",
        .numeric,
        Signature(.double, .double, gives: .double),
        summary: "The angle in radians of the point whose y comes first and x second.",
        examples: .init("atan2(0, 1)", "0e0")
    ),
    Function(
        "radians",
        .numeric,
        Signature(.double, gives: .double),
        summary: "Degrees as radians.",
        examples: .init("round(radians(180), 4)", "3.1416e0")
    ),
]

private let choosing: [Function] = [
    Function(
        "greatest",
        .numeric,
        Signature(.same, .same, isVariadic: true, gives: .same),
        nulls: .ofAllArguments,
        summary: "The greatest of the values; nulls are passed over.",
        examples: .init("greatest(1, 3, 2)", "3"),
        .init("greatest(1, null)", "1")
    ),
    Function(
        "least",
        .numeric,
        Signature(.same, .same, isVariadic: true, gives: .same),
        nulls: .ofAllArguments,
        summary: "The smallest of the values; nulls are passed over.",
        examples: .init("least('b', 'a')", "'a'"),
        .init("least(1, null)", "1")
    ),
]

extension Signature.Result {
    /// The first argument's digits before the point, and as many after it as the literal in second place says.
    fileprivate static let rounded = computed("decimal(p,s)") { arguments in
        guard let shape = DecimalShape(arguments[0].type) else { return nil }
        guard arguments.count == 2 else { return .decimal(precision: shape.precision, scale: 0) }
        guard case .literal(.integer(let digits)) = arguments[1].node else { return nil }
        return .decimal(precision: shape.precision, scale: min(shape.scale, max(0, Int(digits))))
    }

    fileprivate static let wholeDecimal = computed("decimal(p,0)") { arguments in
        DecimalShape(arguments[0].type).map { .decimal(precision: $0.precision, scale: 0) }
    }
}
