import Reporting

/// JSON Schema of what has changed against a revision.
let changesSchema: JSONText = .object([
    ("type", .string("array")),
    (
        "items",
        objectSchema(
            [
                ("action", oneOf(["added", "changed", "removed"])), ("after", string),
                ("before", string), ("category", oneOf(PlanChange.Category.allCases.map(\.rawValue))),
                ("columns", strings),
                (
                    "reaches",
                    .object([
                        ("type", .string("array")),
                        ("items", objectSchema([("columns", strings), ("subject", string)])),
                    ])
                ),
                ("source", .object([("$ref", .string("#/$defs/source"))])), ("subject", string), ("what", string),
            ], optional: ["after", "before", "source"])
    ),
])

/// JSON Schema of what they are seen against.
let comparisonSchema: JSONText = objectSchema(
    [("base", string), ("note", string), ("unchanged", .object([("type", .string("integer"))]))], optional: ["note"])

private let string: JSONText = .object([("type", .string("string"))])

private let strings: JSONText = .object([("type", .string("array")), ("items", string)])

private func oneOf(_ values: [String]) -> JSONText { .object([("enum", .array(values.map { .string($0) }))]) }
