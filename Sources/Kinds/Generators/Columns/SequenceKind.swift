package import Configuration
package import Synthesis

/// `sequence`.
package enum SequenceKind: ColumnKind {
    package static let spec = KindSpec("sequence", summary: "Numbers one after the other.", shorthand: "start") {
        Field("start", .integer(Int.min...Int.max), default: "1", doc: "Number of the first row.")
        Field("step", .integer(Int.min...Int.max), default: "1", doc: "Distance to the next.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        SequenceColumn(
            start: Int64(record.integer("start")?.value ?? 1),
            step: Int64(record.integer("step")?.value ?? 1)
        )
    }
}
