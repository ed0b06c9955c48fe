/// Functions of the rows of a group. Nulls are passed over; over no rows at all a count is 0 and the rest null.
let aggregateFunctions: [Function] = counts + totals + picks + spreads

private let counts: [Function] = [
    Function(
        "count",
        .aggregate,
        Signature(gives: .bigint, spelling: .init("count(*)")),
        Signature(.anything, gives: .bigint),
        nulls: .never,
        summary: "How many rows there are, or in how many of them the value is not null.",
        examples: .init("count()", "3", rows: ["1", "null", "2"]),
        .init("count(x)", "2", rows: ["1", "null", "2"])
    ),
    Function(
        "count_distinct",
        .aggregate,
        Signature(.anything, gives: .bigint),
        nulls: .never,
        spelling: .init("count(DISTINCT {0})"),
        summary: "How many different values there are. Also written `count(distinct x)`.",
        examples: .init("count_distinct(x)", "2", rows: ["1", "2", "2", "null"])
    ),
    Function(
        "count_if",
        .aggregate,
        Signature(.boolean, gives: .bigint),
        nulls: .never,
        spelling: .init("CAST(count_if({0}) AS BIGINT)"),
        aliases: ["countif"],
        summary: "In how many rows the condition is true.",
        examples: .init("count_if(x > 1)", "2", rows: ["1", "2", "3"])
    ),
    Function(
        "approx_count_distinct",
        .aggregate,
        Signature(.anything, gives: .bigint),
        nulls: .never,
        summary: "About how many different values there are, in little memory. Engines differ by some per cent.",
        examples: .init("approx_count_distinct(x)", "2", rows: ["1", "2", "2"])
    ),
]

private let totals: [Function] = [
    Function(
        "sum",
        .aggregate,
        Signature(.bigint, gives: .bigint, spelling: .init("CAST(sum({0}) AS BIGINT)")),
        Signature(.decimal, gives: .total),
        Signature(.double, gives: .double),
        summary: "The sum. Whole numbers give a bigint, decimals a decimal of 38 digits.",
        examples: .init("sum(x)", "6", rows: ["1", "2", "3"]),
        .init("sum(x)", "2.75", rows: ["1.25", "1.50", "null"])
    ),
    Function(
        "avg",
        .aggregate,
        Signature(.double, gives: .double),
        aliases: ["mean"],
        summary: "The mean, as a double.",
        examples: .init("avg(x)", "1.5e0", rows: ["1", "2", "null"])
    ),
    Function(
        "median",
        .aggregate,
        Signature(.double, gives: .double),
        spelling: .init("median(CAST({0} AS DOUBLE))"),
        summary: "The middle value, or the mean of the two in the middle, as a double.",
        examples: .init("median(x)", "2.5e0", rows: ["1", "2", "3", "10"])
    ),
    Function(
        "quantile",
        .aggregate,
        Signature(.double, .double, gives: .double),
        spelling: .init("quantile_cont(CAST({0} AS DOUBLE), {1})", spark: "percentile({0}, {1})"),
        aliases: ["percentile"],
        summary: "The value below which the given share of the rows lies, between two values where it falls there.",
        examples: .init("quantile(x, 0.25)", "2e0", rows: ["1", "2", "3", "4", "5"])
    ),
    Function(
        "bool_and",
        .aggregate,
        Signature(.boolean, gives: .boolean),
        summary: "Whether the condition is true in all rows.",
        examples: .init("bool_and(x > 0)", "true", rows: ["1", "2"])
    ),
    Function(
        "bool_or",
        .aggregate,
        Signature(.boolean, gives: .boolean),
        summary: "Whether the condition is true in any row.",
        examples: .init("bool_or(x > 5)", "false", rows: ["1", "2"])
    ),
]

private let picks: [Function] = [
    Function(
        "min",
        .aggregate,
        Signature(.same, gives: .same),
        summary: "The smallest value.",
        examples: .init("min(x)", "'a'", rows: ["'b'", "'a'"])
    ),
    Function(
        "max",
        .aggregate,
        Signature(.same, gives: .same),
        summary: "The greatest value.",
        examples: .init("max(x)", "date '2025-02-01'", rows: ["date '2025-01-01'", "date '2025-02-01'"])
    ),
    Function(
        "min_by",
        .aggregate,
        Signature(.same, .anything, gives: .same),
        spelling: .init("arg_min({0}, {1})", spark: "min_by({0}, {1})"),
        aliases: ["arg_min"],
        summary: "The value in the row where the second is smallest: the first by an order.",
        examples: .init("min_by(x, -x)", "3", rows: ["1", "3", "2"])
    ),
    Function(
        "max_by",
        .aggregate,
        Signature(.same, .anything, gives: .same),
        spelling: .init("arg_max({0}, {1})", spark: "max_by({0}, {1})"),
        aliases: ["arg_max"],
        summary: "The value in the row where the second is greatest: the last by an order.",
        examples: .init("max_by(x, -x)", "1", rows: ["1", "3", "2"])
    ),
    Function(
        "any_value",
        .aggregate,
        Signature(.same, gives: .same),
        summary: "Some value that is not null. Which one, no engine promises: for columns that are equal in the group.",
        examples: .init("any_value(x)", "7", rows: ["7", "7"])
    ),
    Function(
        "first",
        .aggregate,
        Signature(.same, gives: .same),
        summary: "The value of the first row as the engine reads them. For an order, use `min_by`.",
        examples: .init("first(x)", "7", rows: ["7", "7"])
    ),
    Function(
        "last",
        .aggregate,
        Signature(.same, gives: .same),
        summary: "The value of the last row as the engine reads them. For an order, use `max_by`.",
        examples: .init("last(x)", "7", rows: ["7", "7"])
    ),
    Function(
        "string_agg",
        .aggregate,
        Signature(.string, .string, gives: .string),
        spelling: .init("string_agg({0}, {1} ORDER BY {0})", spark: "array_join(array_sort(collect_list({0})), {1})"),
        summary: "The texts in ascending order, joined with the second between them.",
        examples: .init("string_agg(x, ', ')", "'a, b'", rows: ["'b'", "'a'", "null"])
    ),
    Function(
        "array_agg",
        .aggregate,
        Signature(.same, gives: .listOfSame),
        spelling: .init("list({0} ORDER BY {0})", spark: "array_sort(collect_list({0}))"),
        aliases: ["list"],
        summary: "The values as a list in ascending order, nulls last.",
        examples: .init("array_agg(x)", "[1, 2, 3]", rows: ["3", "1", "2"])
    ),
]

/// A measure of how far values lie apart. It is null over a single row where the divisor would be nought.
private func spread(_ name: String, _ what: String, _ result: String, aliases: [String] = []) -> Function {
    Function(
        name,
        .aggregate,
        Signature(.double, gives: .double),
        nulls: .always,
        aliases: aliases,
        summary: what,
        examples: .init("\(name)(x)", result, rows: ["1", "3"])
    )
}

private let spreads: [Function] = [
    spread("variance", "The sample variance; null for a single row.", "2e0", aliases: ["var_samp"]),
    spread("var_pop", "The population variance.", "1e0"),
    spread("stddev", "The sample standard deviation; null for a single row.", "sqrt(2)", aliases: ["stddev_samp"]),
    spread("stddev_pop", "The population standard deviation.", "1e0"),
    Function(
        "corr",
        .aggregate,
        Signature(.double, .double, gives: .double),
        nulls: .always,
        summary: "Pearson's correlation of two numbers.",
        examples: .init("corr(x, 2 * x)", "1e0", rows: ["1", "2", "3"])
    ),
]

extension Signature.Result {
    fileprivate static let total = computed("decimal(38,s)") { arguments in
        DecimalShape(arguments[0].type).map { .decimal(precision: 38, scale: $0.scale) }
    }
}
