import Reporting

/// JSON Schema of `PlanDocument.simulation`.
let simulationSchema: JSONText = objectSchema([("rows", integer), ("tasks", array(taskSchema))])

private let taskSchema = objectSchema(
    [
        ("id", string),
        ("outcome", .object([("enum", .array(["done", "blocked", "failed", "unreached"].map { .string($0) }))])),
        ("drawn_from", string), ("rows_in", integer), ("rows_out", integer), ("filtered", integer),
        ("deduplicated", integer),
        ("rejects", array(objectSchema([("reason", string), ("rows", integer)]))),
        (
            "joins",
            array(
                objectSchema([
                    ("with", string), ("kind", string), ("rows_left", integer), ("rows_right", integer),
                    ("matched", integer), ("rows_out", integer),
                ]))
        ),
        ("expectations", integer),
        (
            "unmet",
            array(
                objectSchema([
                    ("words", string), ("importance", string), ("samples", array(string)),
                    ("source", reference("source")),
                ]))
        ),
        ("problem", string),
    ],
    optional: ["drawn_from", "rows_in", "rows_out", "filtered", "deduplicated", "expectations", "problem"])

/// JSON Schema of `PlanDocument.impacts`.
let impactsSchema: JSONText = array(
    objectSchema(
        [
            ("task", string), ("table", string), ("connection", string), ("existing", reference("quantity")),
            ("inserted", reference("quantity")), ("updated", reference("quantity")), ("deleted", reference("quantity")),
            ("dependents", array(objectSchema([("kind", string), ("name", string), ("fate", string)]))),
            ("locks", array(objectSchema([("statement", string), ("mode", string), ("words", string)]))),
        ], optional: ["existing"]))

private let string = JSONText.object([("type", .string("string"))])
private let integer = JSONText.object([("type", .string("integer"))])

private func array(_ items: JSONText) -> JSONText { .object([("type", .string("array")), ("items", items)]) }

private func reference(_ name: String) -> JSONText { .object([("$ref", .string("#/$defs/\(name)"))]) }
