import Reporting

/// JSON Schema of `PlanDocument.simulation`.
let simulationSchema: JSONText = objectSchema([
    ("rows", integer, true),
    (
        "tasks",
        array(
            objectSchema([
                ("id", string, true),
                (
                    "outcome",
                    .object([("enum", .array(["done", "blocked", "failed", "unreached"].map { .string($0) }))]), true
                ),
                ("drawn_from", string, false), ("rows_in", integer, false), ("rows_out", integer, false),
                ("filtered", integer, false), ("deduplicated", integer, false),
                ("rejects", array(objectSchema([("reason", string, true), ("rows", integer, true)])), true),
                (
                    "joins",
                    array(
                        objectSchema([
                            ("with", string, true), ("kind", string, true), ("rows_left", integer, true),
                            ("rows_right", integer, true), ("matched", integer, true), ("rows_out", integer, true),
                        ])
                    ), true
                ),
                ("expectations", integer, false),
                (
                    "unmet",
                    array(
                        objectSchema([
                            ("words", string, true), ("importance", string, true), ("samples", array(string), true),
                            ("source", reference("source"), true),
                        ])
                    ), true
                ),
                ("problem", string, false),
            ])
        ), true
    ),
])

/// JSON Schema of `PlanDocument.impacts`.
let impactsSchema: JSONText = array(
    objectSchema([
        ("task", string, true), ("table", string, true), ("connection", string, true),
        ("existing", reference("quantity"), false), ("inserted", reference("quantity"), true),
        ("updated", reference("quantity"), true), ("deleted", reference("quantity"), true),
        ("dependents", array(objectSchema([("kind", string, true), ("name", string, true), ("fate", string, true)])), true),
        ("locks", array(objectSchema([("statement", string, true), ("mode", string, true), ("words", string, true)])), true),
    ])
)

private let string = JSONText.object([("type", .string("string"))])
private let integer = JSONText.object([("type", .string("integer"))])

private func array(_ items: JSONText) -> JSONText { .object([("type", .string("array")), ("items", items)]) }

private func reference(_ name: String) -> JSONText { .object([("$ref", .string("#/$defs/\(name)"))]) }

private func objectSchema(_ keys: [(name: String, schema: JSONText, isRequired: Bool)]) -> JSONText {
    .object([
        ("type", .string("object")), ("required", .array(keys.filter(\.isRequired).map { .string($0.name) })),
        ("properties", .object(keys.map { ($0.name, $0.schema) })),
    ])
}
