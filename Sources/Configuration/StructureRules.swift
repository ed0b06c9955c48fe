package import Reporting

extension Rule {
    package static let unknownKey = Rule(
        "EST1001",
        "unknown-key",
        summary: "A key is not one that this place knows.",
        explanation: """
            A misspelt key that is passed over silently changes what a pipeline does. Every key must be known; data of \
            your own goes below `meta`.
            """,
        bad: "ownr: data\n",
        good: "owner: data\n"
    )

    package static let missingRequired = Rule(
        "EST1002",
        "missing-required",
        summary: "A key that must be there is absent.",
        explanation: "The declaration means nothing without this key, and there is no default that could be right.",
        bad: "csv: {header: true}\n",
        good: "csv: {path: orders.csv}\n"
    )

    package static let wrongShape = Rule(
        "EST1003",
        "wrong-shape",
        summary: "A value is a scalar, a list or a mapping where another is expected, or a scalar of another type.",
        explanation: """
            Only `true` and `false` are booleans, numbers stand without quotes, and a list is written with `-` \
            lines or in brackets.
            """,
        bad: "attempts: many\n",
        good: "attempts: 3\n"
    )

    package static let invalidChoice = Rule(
        "EST1004",
        "invalid-choice",
        summary: "A value is not one of those that the key takes.",
        explanation: "The key takes a fixed set of words, written exactly as the message lists them.",
        bad: "mode: upsert\n",
        good: "mode: merge\n"
    )

    package static let outOfRange = Rule(
        "EST1005",
        "out-of-range",
        summary: "A number is outside its bounds.",
        explanation: "The bounds are those within which the setting has a meaning; the message names them.",
        bad: "attempts: -1\n",
        good: "attempts: 1\n"
    )

    package static let exclusiveKeys = Rule(
        "EST1006",
        "exclusive-keys",
        summary: "Keys cannot stand together, or one of several must be there.",
        explanation:
            "Each of the keys says the same thing in another way, so that exactly one of them has to be chosen.",
        bad: "output:\n  csv: {path: a.csv}\n  parquet: {path: a.parquet}\n",
        good: "output:\n  csv: {path: a.csv}\n"
    )

    package static let keyNotApplicable = Rule(
        "EST1007",
        "key-not-applicable",
        summary: "A key that another kind has, not this one.",
        explanation: "The key is spelt right and means something elsewhere; here it would have no effect.",
        bad: "output:\n  parquet: {path: a.parquet, header: true}\n",
        good: "output:\n  csv: {path: a.csv, header: true}\n"
    )

    package static let keyMisplaced = Rule(
        "EST1008",
        "key-misplaced",
        summary: "A key belongs one level up or one level deeper.",
        explanation: """
            Most often the indentation slipped: the key stands beside the record it belongs to, or inside the \
            record it should stand beside.
            """,
        bad: "csv:\n  path: a.csv\nheader: true\n",
        good: "csv:\n  path: a.csv\n  header: true\n"
    )

    package static let badDurationOrSize = Rule(
        "EST1016",
        "bad-duration-or-size",
        summary: "A duration or a size is not written as a number and a unit.",
        explanation: """
            Durations are `500ms`, `10s`, `5m`, `1h`, `2d` or `1h30m`; sizes are `64KiB`, `512MB`, `2GiB` or a \
            number of bytes. There is no default unit for durations, so that nobody waits 30 hours instead of 30 \
            seconds.
            """,
        bad: "delay: 5 minutes\n",
        good: "delay: 5m\n"
    )

    package static let invalidName = Rule(
        "EST2002",
        "invalid-name",
        summary: "A name has characters that engines and warehouses do not take, or is too long.",
        explanation: "Names are letters, digits and `_`, do not start with a digit, and have at most 63 bytes.",
        bad: "name: my-table\n",
        good: "name: my_table\n"
    )
}

extension Diagnostic {
    package static func invalidName(_ text: Text) -> Diagnostic {
        Diagnostic(
            .invalidName,
            "'\(shortened("\(text)"))' is not a name",
            at: text.span,
            help: "use letters, digits and '_', not starting with a digit, at most 63 bytes"
        )
    }
}
