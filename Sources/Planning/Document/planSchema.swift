package import Reporting

/// JSON Schema (draft 2020-12) of `PlanDocument`'s JSON. Further keys are allowed everywhere: a minor version may add some.
package let planSchema: JSONText = .object([
    ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
    ("$id", .string("urn:esteira:schema:plan:\(PlanDocument.version)")),
    ("title", .string("Esteira plan")),
    (
        "description",
        .string(
            "What a run would do. Additive changes bump the minor version; readers ignore unknown keys and refuse another major version."
        )
    ),
    ("type", .string("object")),
    ("required", .array(planKeys.filter { !$0.isOptional }.map { .string($0.name) })),
    ("properties", .object(planKeys.map { ($0.name, $0.schema) })),
    ("$defs", .object(definitions)),
])

private struct Key {
    var name: String
    var schema: JSONText
    var isOptional = false
}

private func of(_ type: String, _ words: String) -> JSONText {
    .object([("type", .string(type)), ("description", .string(words))])
}

private func text(_ words: String) -> JSONText { of("string", words) }

private func number(_ words: String) -> JSONText { of("integer", words) }

private func flag(_ words: String) -> JSONText { of("boolean", words) }

private func ref(_ name: String) -> JSONText { .object([("$ref", .string("#/$defs/\(name)"))]) }

private func list(_ items: JSONText) -> JSONText { .object([("type", .string("array")), ("items", items)]) }

private func choice(_ values: [String]) -> JSONText { .object([("enum", .array(values.map { .string($0) }))]) }

private func object(_ keys: [Key]) -> JSONText {
    .object([
        ("type", .string("object")), ("required", .array(keys.filter { !$0.isOptional }.map { .string($0.name) })),
        ("properties", .object(keys.map { ($0.name, $0.schema) })),
    ])
}

private let planKeys: [Key] = [
    Key(name: "changes", schema: changesSchema, isOptional: true),
    Key(name: "comparison", schema: comparisonSchema, isOptional: true),
    Key(name: "diagnostics", schema: list(ref("finding"))),
    Key(
        name: "edges",
        schema: list(object([Key(name: "from", schema: text("Task.")), Key(name: "to", schema: text("Task."))]))),
    Key(name: "effects", schema: list(ref("effect"))),
    Key(
        name: "engine",
        schema: object([
            Key(name: "memory", schema: text("Most it may use.")), Key(name: "name", schema: text("Name.")),
            Key(
                name: "spill", schema: text("Folder for what does not fit into memory; absent: the system's."),
                isOptional: true),
            Key(
                name: "spill_limit", schema: number("Most bytes there; absent: nine tenths of what is free."),
                isOptional: true),
            Key(name: "threads", schema: number("Absent: as many as the machine has."), isOptional: true),
        ])),
    Key(name: "engine_plans", schema: enginePlansSchema, isOptional: true),
    Key(
        name: "estimates",
        schema: object([
            Key(name: "bytes", schema: ref("quantity")), Key(name: "memory", schema: ref("quantity"), isOptional: true),
            Key(name: "milliseconds", schema: ref("quantity")),
            Key(name: "network", schema: ref("quantity"), isOptional: true),
            Key(name: "spill", schema: ref("quantity"), isOptional: true),
        ]), isOptional: true),
    Key(
        name: "history",
        schema: .object([
            ("type", .string("object")),
            ("description", .string("By task: milliseconds in earlier runs, latest first.")),
            ("additionalProperties", list(number("Milliseconds."))),
        ]), isOptional: true),
    Key(
        name: "id",
        schema: text(
            "SHA-256 of this object without id, estimates, schedule, intervals, history, simulation, impacts and engine_plans."
        )),
    Key(name: "impacts", schema: impactsSchema, isOptional: true),
    Key(name: "inputs", schema: ref("inputs")),
    Key(
        name: "interval",
        schema: object([
            Key(name: "end", schema: text("Local time, not included.")),
            Key(name: "param", schema: text("The parameter that says it.")),
            Key(name: "start", schema: text("Local time.")), Key(name: "timezone", schema: text("Name of the zone.")),
        ]), isOptional: true),
    Key(
        name: "intervals",
        schema: list(
            object([
                Key(name: "count", schema: number("Intervals in it.")),
                Key(name: "first", schema: text("Its first interval.")),
                Key(name: "last", schema: text("Its last one.")),
                Key(name: "state", schema: choice(PlanDocument.Stretch.State.allCases.map(\.rawValue))),
            ])), isOptional: true),
    Key(name: "lake", schema: text("Folder of the lake.")),
    Key(
        name: "level",
        schema: object([
            Key(name: "note", schema: text("What was to be asked and was not."), isOptional: true),
            Key(name: "number", schema: number("0 offline, 1 metadata, 2 probe, 3 simulation.")),
            Key(name: "words", schema: text("The same in words.")),
        ])),
    Key(name: "pipeline", schema: text("Name.")),
    Key(name: "plan_version", schema: .object([("type", .string("string")), ("pattern", .string("^1\\.[0-9]+$"))])),
    Key(name: "profile", schema: text("Name.")),
    Key(name: "project", schema: text("Name.")),
    Key(
        name: "schedule",
        schema: object([
            Key(name: "clock_change", schema: text("Day on which the clocks change next."), isOptional: true),
            Key(name: "cron", schema: text("Five fields.")),
            Key(name: "next", schema: list(text("Local time with its offset."))),
            Key(name: "timezone", schema: text("Name of the zone.")),
        ]), isOptional: true),
    Key(name: "simulation", schema: simulationSchema, isOptional: true),
    Key(
        name: "summary",
        schema: object(
            [
                "blocked", "created", "destructive", "errors", "irreversible", "rebuilt", "reused", "skipped", "to_run",
                "waiting", "warnings",
            ].map {
                Key(name: $0, schema: number("Count."))
            } + [Key(name: "empty", schema: flag("Whether nothing would run."))])),
    Key(name: "tasks", schema: list(ref("task"))),
    Key(
        name: "tool",
        schema: object([Key(name: "name", schema: text("Name.")), Key(name: "version", schema: text("Version."))])),
    Key(
        name: "unknowns",
        schema: list(object(["known_after", "task", "what"].map { Key(name: $0, schema: text("Text.")) }))),
]

private let lineageSchema = list(
    object([
        Key(name: "column", schema: text("Of what the task makes.")),
        Key(name: "from", schema: list(text("Column it is computed from."))),
        Key(name: "is_copied", schema: flag("Whether it is that one column, unchanged.")),
        Key(name: "to", schema: list(text("Column of another task that is computed from it."))),
    ]))

private let definitionChangesSchema = list(
    object([
        Key(name: "action", schema: choice(["added", "changed", "removed"])),
        Key(name: "after", schema: text("As it is."), isOptional: true),
        Key(name: "before", schema: text("As the last run had it."), isOptional: true),
        Key(name: "what", schema: text("Part of the definition.")),
    ]))

private let enginePlansSchema = list(
    object([
        Key(
            name: "operators",
            schema: list(
                object([
                    Key(name: "depth", schema: number("How many operators its rows pass after it.")),
                    Key(name: "detail", schema: text("What it works on.")),
                    Key(name: "name", schema: text("The engine's name for it.")),
                    Key(name: "rows", schema: ref("quantity")),
                    Key(name: "source", schema: ref("source"), isOptional: true),
                ]))), Key(name: "task", schema: text("Task.")),
    ]))

private let resourcesSchema = object([
    Key(name: "network", schema: ref("quantity"), isOptional: true),
    Key(
        name: "pools",
        schema: .object([
            ("type", .string("object")),
            ("description", .string("By pool: slots, or bytes of memory, while it works.")),
            ("additionalProperties", number("Slots or bytes.")),
        ])),
])

private let actions = list(choice(["create", "delete", "update", "run", "reuse", "wait", "block", "skip"]))

private let definitions: [(String, JSONText)] = [
    (
        "effect",
        object([
            Key(name: "actions", schema: actions), Key(name: "bytes", schema: ref("quantity")),
            Key(name: "destructive", schema: flag("Rows or files that were there are gone afterwards.")),
            Key(name: "locks", schema: list(text("Held until the commit."))),
            Key(
                name: "objects",
                schema: list(
                    object([
                        Key(name: "sql", schema: text("Statement.")),
                        Key(name: "words", schema: text("The same in words.")),
                    ]))),
            Key(
                name: "reversible",
                schema: object([
                    Key(name: "possible", schema: flag("Whether there is a way back.")),
                    Key(name: "words", schema: text("The way.")),
                ])),
            Key(name: "rows", schema: ref("quantity")), Key(name: "source", schema: ref("source")),
            Key(
                name: "target",
                schema: object([
                    Key(name: "connection", schema: text("Of the profile."), isOptional: true),
                    Key(name: "kind", schema: choice(["file", "lake", "postgres", "duckdb"])),
                    Key(name: "name", schema: text("Path or table.")),
                ])), Key(name: "task", schema: text("Task.")),
            Key(name: "transaction", schema: text("What is committed together."), isOptional: true),
            Key(name: "words", schema: text("The change.")),
        ])
    ),
    (
        "finding",
        object([
            Key(name: "code", schema: text("EST and four digits.")),
            Key(name: "help", schema: text("A way out."), isOptional: true),
            Key(name: "message", schema: text("What is wrong.")), Key(name: "name", schema: text("Name of the rule.")),
            Key(name: "severity", schema: choice(["error", "warn", "hint"])),
            Key(name: "source", schema: ref("source")),
        ])
    ),
    (
        "inputs",
        object([
            Key(name: "connections", schema: list(text("Name; addresses and secrets are never in a plan."))),
            Key(
                name: "data",
                schema: list(
                    object([
                        Key(name: "bytes", schema: number("Size.")),
                        Key(
                            name: "digest",
                            schema: text("SHA-256 of the content; of more than 8 MiB, of the first and the last 4 MiB.")
                        ),
                        Key(name: "modified", schema: number("Time of change, nanoseconds since 1970-01-01 UTC.")),
                        Key(name: "path", schema: text("In the project.")),
                    ])), isOptional: true),
            Key(name: "digest", schema: text("SHA-256 of the files' paths and digests.")),
            Key(name: "environment", schema: list(text("Name of a variable; values are never in a plan."))),
            Key(
                name: "files",
                schema: list(
                    object([
                        Key(name: "digest", schema: text("SHA-256.")),
                        Key(name: "path", schema: text("In the project.")),
                    ]))),
            Key(name: "ledger", schema: text("SHA-256 of what earlier runs completed."), isOptional: true),
            Key(
                name: "params",
                schema: list(
                    object([
                        Key(name: "name", schema: text("Name.")),
                        Key(name: "origin", schema: choice(["default", "profile", "cli"])),
                        Key(name: "source", schema: ref("source")), Key(name: "value", schema: text("As text.")),
                    ]))),
        ])
    ),
    (
        "quantity",
        object([
            Key(name: "kind", schema: choice(["exact", "estimate", "unknown"])),
            Key(name: "known_after", schema: text("The task after which an unknown is known."), isOptional: true),
            Key(name: "method", schema: text("How an estimate came about."), isOptional: true),
            Key(name: "value", schema: number("Absent where unknown."), isOptional: true),
        ])
    ),
    (
        "source",
        object([
            Key(name: "column", schema: number("From 1.")),
            Key(name: "end_column", schema: number("After the last character.")),
            Key(name: "end_line", schema: number("From 1.")), Key(name: "file", schema: text("In the project.")),
            Key(name: "line", schema: number("From 1.")),
        ])
    ),
    (
        "task",
        object([
            Key(name: "actions", schema: actions), Key(name: "bytes", schema: ref("quantity")),
            Key(
                name: "columns",
                schema: list(
                    object([
                        Key(name: "name", schema: text("Name.")),
                        Key(name: "nullable", schema: flag("Whether null may be there.")),
                        Key(name: "type", schema: text("Type.")),
                    ]))), Key(name: "definition", schema: text("SHA-256 of what it does.")),
            Key(name: "definition_changes", schema: definitionChangesSchema, isOptional: true),
            Key(name: "depends_on", schema: list(text("Task."))),
            Key(
                name: "hold",
                schema: object([
                    Key(name: "kind", schema: choice(["blocked", "waiting", "undecided", "left_out"])),
                    Key(name: "words", schema: text("What is missing, or waited for.")),
                ]), isOptional: true), Key(name: "id", schema: text("Stable from plan to plan.")),
            Key(name: "kind", schema: choice(["generate", "ingest", "transform", "check", "load"])),
            Key(name: "last_run", schema: text("Name of the run that completed it."), isOptional: true),
            Key(name: "lineage", schema: lineageSchema, isOptional: true),
            Key(name: "mode", schema: text("How it does its work.")),
            Key(
                name: "policy",
                schema: object([
                    Key(name: "attempts", schema: number("In all.")),
                    Key(name: "timeout_seconds", schema: number("Of one attempt."), isOptional: true),
                ])), Key(name: "reads", schema: list(text("Path."))),
            Key(name: "resources", schema: resourcesSchema, isOptional: true),
            Key(
                name: "reasons",
                schema: list(
                    object([
                        Key(
                            name: "kind",
                            schema: choice(["new", "definition", "input", "clock", "look", "missing", "up_to_date"])),
                        Key(name: "subject", schema: text("The task or file that changed."), isOptional: true),
                        Key(name: "words", schema: text("The same in words.")),
                    ]))), Key(name: "rows_in", schema: ref("quantity")),
            Key(name: "rows_from", schema: list(text("Column that decides which rows there are.")), isOptional: true),
            Key(name: "rows_out", schema: ref("quantity")),
            Key(name: "source", schema: ref("source")),
            Key(name: "statements", schema: list(text("SQL.")), isOptional: true),
            Key(name: "title", schema: text("Dataset, file or table.")),
            Key(name: "wave", schema: number("From 1.")), Key(name: "why", schema: list(ref("step"))),
            Key(name: "writes", schema: list(text("Path or table."))),
        ])
    ),
    (
        "step",
        object([
            Key(name: "fact", schema: text("What holds.")),
            Key(name: "ground", schema: choice(["task", "file", "ledger", "parameter", "clock", "lake", "hold"])),
            Key(name: "source", schema: ref("source"), isOptional: true),
            Key(name: "subject", schema: text("Task or parameter.")),
        ])
    ),
]
