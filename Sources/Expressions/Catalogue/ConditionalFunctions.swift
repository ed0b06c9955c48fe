/// Functions that choose between values.
let conditionalFunctions: [Function] = [
    Function(
        "coalesce",
        .conditional,
        Signature(.same, isVariadic: true, gives: .same),
        nulls: .ofAllArguments,
        aliases: ["ifnull"],
        summary: "The first value that is not null.",
        examples: .init("coalesce(null, 2, 3)", "2"),
        .init("ifnull(null, 'x')", "'x'")
    ),
    Function(
        "nullif",
        .conditional,
        Signature(.same, .same, gives: .firstArgument),
        nulls: .always,
        summary: "The first value; null where it equals the second.",
        examples: .init("nullif('', '')", "null"),
        .init("nullif(1, 0)", "1")
    ),
    Function(
        "if",
        .conditional,
        Signature(.boolean, .same, .same, gives: .same),
        nulls: .ofLaterArguments,
        spelling: .init("CASE WHEN {0} THEN {1} ELSE {2} END", spark: "if({0}, {1}, {2})"),
        aliases: ["iff"],
        summary: "The second value where the condition is true, else the third, also where the condition is null.",
        examples: .init("if(1 < 2, 'a', 'b')", "'a'"),
        .init("if(null, 'a', 'b')", "'b'")
    ),
    Function(
        "is_nan",
        .conditional,
        Signature(.double, gives: .boolean),
        spelling: .init("isnan({0})"),
        summary: "Whether a double is not a number.",
        examples: .init("is_nan(1.5)", "false")
    ),
]
