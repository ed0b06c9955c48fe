import Configuration

/// What every expectation takes besides its own fields.
let commonFields = [
    Field(
        "severity",
        .choice(Importance.allCases.map(\.rawValue)),
        default: "critical",
        doc: "What a failure does: `critical` stops the table, `warning` and `info` are only reported."
    ),
    Field("note", .string, doc: "Why it is expected; shown beside a failure."),
    Field("id", .string, doc: "A name of its own that stays the same when the suite is rearranged."),
]

/// What expectations that read rows take.
let conditionField = Field(
    "where",
    .expression,
    example: "status = 'aprovado'",
    doc: "Look only at rows for which this is true."
)

/// What expectations that judge rows one by one take.
let rowFields =
    [
        Field("mostly", .share, default: "1", example: "99%", doc: "The share of judged rows that must hold."),
        conditionField,
    ] + commonFields

let tableFields = [conditionField] + commonFields

/// The ends of an interval; `low` and `high` are what the kind calls them.
func boundFields(_ low: String, _ high: String) -> [Field] {
    [
        Field(low, .string, doc: "The least value that is fine."),
        Field(high, .string, doc: "The greatest value that is fine."),
        Field("strict_min", .boolean, default: "false", doc: "The least value itself is not fine."),
        Field("strict_max", .boolean, default: "false", doc: "The greatest value itself is not fine."),
    ]
}

/// How Great Expectations calls the ends of an interval.
func gxBounds(_ low: String, _ high: String) -> [(String, [String])] {
    [("min_value", [low]), ("max_value", [high]), ("strict_min", ["strict_min"]), ("strict_max", ["strict_max"])]
}
