/// Operators, as functions with a name that is their mark. What they bind like is PostgreSQL's order.
let operators: [Function] = logic + comparisons + arithmetic

private let logic: [Function] = [
    Function(
        "and",
        .operation,
        Signature(.boolean, .boolean, gives: .boolean),
        spelling: .init("{0} AND {1}", precedence: 2),
        summary: "True when both are true, false when one is false, null otherwise.",
        examples: .init("true and null", "null"),
        .init("false and null", "false")
    ),
    Function(
        "or",
        .operation,
        Signature(.boolean, .boolean, gives: .boolean),
        spelling: .init("{0} OR {1}", precedence: 1),
        summary: "True when one is true, false when both are false, null otherwise.",
        examples: .init("true or null", "true"),
        .init("false or null", "null")
    ),
    Function(
        "not",
        .operation,
        Signature(.boolean, gives: .boolean),
        spelling: .init("NOT {0}", precedence: 3),
        summary: "The opposite; null of null.",
        examples: .init("not false", "true"),
        .init("not null", "null")
    ),
]

private let comparisons: [Function] =
    [
        ("=", "True when both are equal; null when either is null.", "1 = 1.0"),
        ("<>", "True when the two differ; null when either is null. Also written `!=`.", "'a' <> 'b'"),
        ("<", "True when the first is smaller. Texts compare by their bytes, false is before true.", "'B' < 'a'"),
        ("<=", "True when the first is smaller or equal.", "date '2025-01-31' <= date '2025-02-01'"),
        (">", "True when the first is greater.", "2 > 1.5"),
        (">=", "True when the first is greater or equal.", "2 >= 2"),
    ].map { name, summary, example in
        Function(
            name,
            .operation,
            Signature(.same, .same, gives: .boolean),
            spelling: .init("{0} \(name) {1}", precedence: 4),
            summary: summary,
            examples: .init(example, "true"),
            .init("nullif(1, 1) \(name) 1", "null")
        )
    } + [
        Function(
            "is distinct from",
            .operation,
            Signature(.same, .same, gives: .boolean),
            nulls: .never,
            spelling: .init("{0} IS DISTINCT FROM {1}", spark: "NOT ({0} <=> {1})", precedence: 4),
            summary: "True when the two differ, null counted as a value of its own; never null.",
            examples: .init("1 is distinct from null", "true")
        ),
        Function(
            "is not distinct from",
            .operation,
            Signature(.same, .same, gives: .boolean),
            nulls: .never,
            spelling: .init("{0} IS NOT DISTINCT FROM {1}", spark: "{0} <=> {1}", precedence: 4),
            summary: "True when the two are equal or both null; never null.",
            examples: .init("null is not distinct from null", "true")
        ),
    ]

private let arithmetic: [Function] = [
    Function(
        "+",
        .operation,
        Signature(.int, .int, gives: .int),
        Signature(.bigint, .bigint, gives: .bigint),
        Signature(.decimal, .decimal, gives: .decimalSum),
        Signature(.double, .double, gives: .double),
        Signature(.date, .int, gives: .date, spelling: .init("{0} + {1}", spark: "date_add({0}, {1})", precedence: 8)),
        spelling: .init("{0} + {1}", precedence: 8),
        summary: "The sum. A date plus a whole number is that many days later. A sum that does not fit its type fails.",
        examples: .init("1 + 2", "3"),
        .init("1.5 + 1", "2.5"),
        .init("date '2025-01-31' + 1", "date '2025-02-01'"),
        .init("date '2025-01-31' + interval '1 month'", "date '2025-02-28'")
    ),
    Function(
        "-",
        .operation,
        Signature(.int, .int, gives: .int),
        Signature(.bigint, .bigint, gives: .bigint),
        Signature(.decimal, .decimal, gives: .decimalSum),
        Signature(.double, .double, gives: .double),
        Signature(.date, .int, gives: .date, spelling: .init("{0} - {1}", spark: "date_sub({0}, {1})", precedence: 8)),
        Signature(
            .date,
            .date,
            gives: .bigint,
            spelling: .init("{0} - {1}", spark: "datediff({0}, {1})", precedence: 8)
        ),
        spelling: .init("{0} - {1}", precedence: 8),
        summary: "The difference. Between two dates, in days; a date minus a whole number is that many days earlier.",
        examples: .init("5 - 7", "-2"),
        .init("2.50 - 1", "1.50"),
        .init("date '2025-03-01' - date '2025-02-01'", "28")
    ),
    Function(
        "*",
        .operation,
        Signature(.int, .int, gives: .int),
        Signature(.bigint, .bigint, gives: .bigint),
        Signature(.decimal, .decimal, gives: .decimalProduct),
        Signature(.double, .double, gives: .double),
        spelling: .init("{0} * {1}", precedence: 9),
        summary: "The product. One that does not fit its type fails.",
        examples: .init("6 * 7", "42"),
        .init("1.5 * 1.5", "2.25")
    ),
    Function(
        "/",
        .operation,
        Signature(.double, .double, gives: .double),
        nulls: .always,
        spelling: .init("{0} / nullif({1}, 0)", byKnownNumber: "{0} / {1}", precedence: 9),
        summary: "The quotient as a double, of whole numbers too; null when divided by nought. See `div`.",
        examples: .init("7 / 2", "3.5e0"),
        .init("1 / 0", "null"),
        .init("1.5 / 0.5", "3e0")
    ),
    Function(
        "%",
        .operation,
        Signature(.int, .int, gives: .int),
        Signature(.bigint, .bigint, gives: .bigint),
        Signature(.decimal, .decimal, gives: .decimalRest),
        Signature(.double, .double, gives: .double),
        nulls: .always,
        spelling: .init("{0} % nullif({1}, 0)", byKnownNumber: "{0} % {1}", precedence: 9),
        aliases: ["mod"],
        summary: "What is left over after division, with the sign of the first; null when divided by nought.",
        examples: .init("7 % 3", "1"),
        .init("-7 % 3", "-1"),
        .init("mod(7, 0)", "null")
    ),
    Function(
        "negate",
        .operation,
        Signature(.int, gives: .int),
        Signature(.bigint, gives: .bigint),
        Signature(.decimal, gives: .firstArgument),
        Signature(.double, gives: .double),
        spelling: .init("-{0}", precedence: 10),
        summary: "The number with the other sign, written `-x`.",
        examples: .init("-(1.5)", "-1.5")
    ),
    Function(
        "||",
        .operation,
        Signature(.string, .string, gives: .string),
        spelling: .init("{0} || {1}", precedence: 7),
        summary: "The two texts joined; null when either is null.",
        examples: .init("'a' || 'b'", "'ab'"),
        .init("'a' || null", "null")
    ),
]

extension Signature.Result {
    fileprivate static let decimalSum = computed("decimal(p,s)") { arguments in
        guard let left = DecimalShape(arguments[0].type), let right = DecimalShape(arguments[1].type) else {
            return nil
        }
        return left.sum(right).type
    }

    fileprivate static let decimalProduct = computed("decimal(p,s)") { arguments in
        guard let left = DecimalShape(arguments[0].type), let right = DecimalShape(arguments[1].type) else {
            return nil
        }
        return left.product(right)?.type
    }

    fileprivate static let decimalRest = computed("decimal(p,s)") { arguments in
        commonType(arguments[0].type, arguments[1].type)
    }
}
