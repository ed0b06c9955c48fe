package import Configuration
package import Synthesis

/// `state_name`.
package enum StateNameKind: ColumnKind {
    package static let spec = KindSpec("state_name", summary: "The name of a state.", shorthand: "of") {
        Field("of", .column, example: "city", doc: "A `city` column whose state it is; any state without.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        StateColumn(.name, of: record.text("of")?.string)
    }
}
