package import Configuration
import Expressions
package import Synthesis

/// `decimal`: exact decimals between two bounds.
package enum DecimalKind: ColumnKind {
    private static let number = Shape.expression

    package static let spec = KindSpec("decimal", summary: "An exact decimal between two bounds, both possible.") {
        Field(
            "min",
            number,
            default: "0",
            example: "item->min",
            doc: "The least: a number, or an expression over the row."
        )
        Field("max", number, required: true, example: "item->max", doc: "The greatest: a number, or an expression.")
        Field("scale", .integer(0...9), default: "2", doc: "Digits after the point.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        guard let max = writtenBound("max", record, &context), let min = writtenBound("min", record, &context) else {
            return nil
        }
        return DecimalColumn(min: min, max: max, scale: record.integer("scale")?.value ?? 2)
    }

    private static func writtenBound(
        _ field: String,
        _ record: Record,
        _ context: inout GeneratorContext
    ) -> DecimalColumn.Bound? {
        guard let text = record.text(field) else { return record.has(field) ? nil : .fixed("0") }
        let isNumber = Value(parsing: text.string, as: .decimal(precision: 18, scale: 9)) != nil
        return isNumber ? .fixed(text.string) : context.expression(text).map { .computed($0) }
    }
}
