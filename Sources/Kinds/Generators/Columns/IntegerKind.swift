package import Configuration
package import Synthesis

/// `integer`: whole numbers between two bounds.
package enum IntegerKind: ColumnKind {
    package static let spec = KindSpec("integer", summary: "A whole number between two bounds, both possible.") {
        Field("min", .integer(Int.min...Int.max), default: "0", doc: "The least.")
        Field("max", .integer(Int.min...Int.max), required: true, doc: "The greatest.")
        Field(
            "zipf",
            .number(0...100),
            example: "1.1",
            doc: "Skew: the n-th number from `min` on is 1/n^zipf as likely as the first. Even without."
        )
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        guard let max = record.integer("max") else { return nil }
        let min = record.integer(orDefault: "min")
        let zipf = record.number("zipf")
        return IntegerColumn(
            min: Int64(min),
            max: Int64(max.value),
            distribution: zipf.map { .zipf($0.value) } ?? .uniform
        )
    }
}
