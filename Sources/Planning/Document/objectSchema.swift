import Reporting

/// JSON Schema of an object whose fields are all there, apart from the optional ones.
func objectSchema(_ fields: [(String, JSONText)], optional: Set<String> = []) -> JSONText {
    .object([
        ("type", .string("object")),
        ("required", .array(fields.map(\.0).filter { !optional.contains($0) }.map { .string($0) })),
        ("properties", .object(fields)),
    ])
}
