/// Functions of dates and timestamps. A timestamptz is taken apart in UTC. Weeks begin on Monday.
let dateFunctions: [Function] = fields + moves + conversions

private let units = ["year", "quarter", "month", "week", "day", "hour", "minute", "second"]
private let dateUnits = ["year", "quarter", "month", "week", "day"]

/// One part of a date or timestamp, as a function of its own.
private func datePartFunction(
    _ name: String,
    _ what: String,
    _ example: String,
    written: String? = nil,
    spark: String? = nil,
    aliases: [String] = []
) -> Function {
    let written = written ?? name
    return Function(
        name,
        .date,
        Signature(.date, gives: .bigint),
        Signature(.timestamp, gives: .bigint),
        Signature(.timestamptz, gives: .bigint),
        spelling: .init("\(written)({0})", spark: "CAST(\(spark ?? "\(written)({0})") AS BIGINT)"),
        aliases: aliases,
        summary: "\(what).",
        examples: .init("\(name)(timestamp '2025-05-04 13:14:15')", example)
    )
}

private let fields: [Function] = [
    datePartFunction("year", "The year", "2025"),
    datePartFunction("quarter", "The quarter of the year, 1 to 4", "2"),
    datePartFunction("month", "The month, 1 to 12", "5"),
    datePartFunction(
        "week", "The ISO week of the year, 1 to 53", "18", spark: "weekofyear({0})", aliases: ["week_of_year"]),
    datePartFunction("day", "The day of the month, 1 to 31", "4"),
    datePartFunction("hour", "The hour, 0 to 23; 0 of a date", "13"),
    datePartFunction("minute", "The minute, 0 to 59", "14"),
    datePartFunction("second", "The whole seconds of the minute, 0 to 59", "15"),
    datePartFunction(
        "day_of_week",
        "The day of the week, 1 for Monday to 7 for Sunday",
        "7",
        written: "isodow",
        spark: "weekday({0}) + 1",
        aliases: ["dayofweek", "isodow"]
    ),
    datePartFunction(
        "day_of_year", "The day of the year, 1 to 366", "124", written: "dayofyear", aliases: ["dayofyear"]),
    Function(
        "date_part",
        .date,
        Signature(.choice(units), .date, gives: .bigint),
        Signature(.choice(units), .timestamp, gives: .bigint),
        Signature(.choice(units), .timestamptz, gives: .bigint),
        spelling: .init("date_part({0}, {1})", spark: "CAST(date_part({0}, {1}) AS BIGINT)"),
        summary: "One part of a date or timestamp, named by a literal. Also written `extract(year from x)`.",
        examples: .init("date_part('month', date '2025-05-04')", "5"),
        .init("extract(year from date '2025-05-04')", "2025")
    ),
    Function(
        "last_day",
        .date,
        Signature(.date, gives: .date),
        summary: "The last day of the date's month.",
        examples: .init("last_day(date '2024-02-10')", "date '2024-02-29'")
    ),
    Function(
        "day_name",
        .date,
        Signature(.date, gives: .string),
        spelling: .init("dayname({0})", spark: "date_format({0}, 'EEEE')"),
        summary: "The English name of the day of the week.",
        examples: .init("day_name(date '2025-01-01')", "'Wednesday'")
    ),
    Function(
        "month_name",
        .date,
        Signature(.date, gives: .string),
        spelling: .init("monthname({0})", spark: "date_format({0}, 'MMMM')"),
        summary: "The English name of the month.",
        examples: .init("month_name(date '2025-01-01')", "'January'")
    ),
]

private let moves: [Function] = [
    Function(
        "date_trunc",
        .date,
        Signature(.choice(dateUnits), .date, gives: .date, spelling: .init("CAST(date_trunc({0}, {1}) AS DATE)")),
        Signature(.choice(units), .timestamp, gives: .timestamp),
        Signature(.choice(units), .timestamptz, gives: .timestamptz),
        summary: "The start of the year, month, day or other unit that a date or timestamp lies in.",
        examples: .init("date_trunc('month', date '2025-05-04')", "date '2025-05-01'"),
        .init("date_trunc('hour', timestamp '2025-05-04 13:14:15')", "timestamp '2025-05-04 13:00:00'")
    ),
    Function(
        "date_add",
        .date,
        Signature(
            .choice(dateUnits),
            .int,
            .date,
            gives: .date,
            spelling: .init("CAST({2} + {1} * CAST('1 ' || {0} AS INTERVAL) AS DATE)")
        ),
        Signature(.choice(units), .int, .timestamp, gives: .timestamp),
        Signature(.choice(units), .int, .timestamptz, gives: .timestamptz),
        spelling: .init("({2} + {1} * CAST('1 ' || {0} AS INTERVAL))"),
        summary: "So many units later; earlier for a negative number. The last day of a month stays inside its month.",
        examples: .init("date_add('month', 1, date '2025-01-31')", "date '2025-02-28'"),
        .init("date_add('hour', -1, timestamp '2025-01-01 00:00:00')", "timestamp '2024-12-31 23:00:00'")
    ),
    Function(
        "date_diff",
        .date,
        Signature(.choice(dateUnits), .date, .date, gives: .bigint),
        Signature(.choice(units), .timestamp, .timestamp, gives: .bigint),
        Signature(.choice(units), .timestamptz, .timestamptz, gives: .bigint),
        summary: "How many starts of the unit lie between the first and the second: years and months by the calendar.",
        examples: .init("date_diff('day', date '2025-01-01', date '2025-02-01')", "31"),
        .init("date_diff('year', date '2024-12-31', date '2025-01-01')", "1")
    ),
    Function(
        "age_in_years",
        .date,
        Signature(.date, .date, gives: .bigint),
        spelling: .init("date_sub('year', {0}, {1})", spark: "CAST(floor(months_between({1}, {0}) / 12) AS BIGINT)"),
        summary: "Whole years from the first date to the second.",
        examples: .init("age_in_years(date '2000-06-15', date '2025-06-14')", "24")
    ),
]

private let conversions: [Function] = [
    Function(
        "make_date",
        .date,
        Signature(.bigint, .bigint, .bigint, gives: .date),
        summary: "The date of a year, month and day. A day that does not exist fails.",
        examples: .init("make_date(2025, 1, 31)", "date '2025-01-31'")
    ),
    Function(
        "epoch",
        .date,
        Signature(.timestamp, gives: .double),
        Signature(.timestamptz, gives: .double),
        spelling: .init("epoch({0})", spark: "unix_micros({0}) / 1e6"),
        summary: "Seconds since 1970-01-01 00:00.",
        examples: .init("epoch(timestamp '1970-01-02')", "86400e0")
    ),
    Function(
        "to_timestamp",
        .date,
        Signature(.double, gives: .timestamptz),
        spelling: .init("to_timestamp({0})", spark: "timestamp_seconds({0})"),
        summary: "The instant so many seconds after 1970-01-01 00:00 UTC.",
        examples: .init("to_timestamp(86400)", "timestamptz '1970-01-02 00:00:00Z'")
    ),
    Function(
        "strftime",
        .date,
        Signature(.date, .string, gives: .string),
        Signature(.timestamp, .string, gives: .string),
        aliases: ["format_date"],
        summary: "A date or timestamp as text, by a format such as `%d/%m/%Y`.",
        examples: .init("strftime(date '2025-01-31', '%d/%m/%Y')", "'31/01/2025'")
    ),
    Function(
        "strptime",
        .date,
        Signature(.string, .string, gives: .timestamp),
        summary: "The timestamp that a text of a format such as `%d/%m/%Y` means. Any other text fails.",
        examples: .init("strptime('31/01/2025', '%d/%m/%Y')", "timestamp '2025-01-31'")
    ),
    Function(
        "try_strptime",
        .date,
        Signature(.string, .string, gives: .timestamp),
        nulls: .always,
        summary: "As `strptime`, null for text of another format.",
        examples: .init("try_strptime('soon', '%d/%m/%Y')", "null"),
        .init("try_strptime('31/01/2025', '%d/%m/%Y')", "timestamp '2025-01-31'")
    ),
    Function(
        "at_zone",
        .date,
        Signature(.timestamptz, .string, gives: .timestamp),
        spelling: .init("timezone({1}, {0})", spark: "CAST(from_utc_timestamp({0}, {1}) AS TIMESTAMP_NTZ)"),
        summary: "What a wall clock in a named zone shows at an instant.",
        examples: .init(
            "at_zone(timestamptz '2025-01-01 12:00:00Z', 'America/Sao_Paulo')",
            "timestamp '2025-01-01 09:00:00'"
        )
    ),
    Function(
        "in_zone",
        .date,
        Signature(.timestamp, .string, gives: .timestamptz),
        spelling: .init("timezone({1}, {0})", spark: "to_utc_timestamp({0}, {1})"),
        summary: "The instant at which a wall clock in a named zone shows the timestamp.",
        examples: .init(
            "in_zone(timestamp '2025-01-01 09:00:00', 'America/Sao_Paulo')",
            "timestamptz '2025-01-01 12:00:00Z'"
        )
    ),
]
