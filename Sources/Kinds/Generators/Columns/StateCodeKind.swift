package import Configuration
package import Synthesis

/// `state_code`.
package enum StateCodeKind: ColumnKind {
    package static let spec = KindSpec("state_code", summary: "The two letters of a state.", shorthand: "of") {
        Field("of", .column, example: "city", doc: "A `city` column whose state it is; any state without.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        StateColumn(.code, of: record.text("of")?.string)
    }
}
