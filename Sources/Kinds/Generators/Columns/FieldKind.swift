package import Configuration
package import Synthesis

/// `field`: as the expression `column->name`.
package enum FieldKind: ColumnKind {
    package static let spec = KindSpec("field", summary: "A field of the record or row that another column stands for.")
    {
        Field("of", .column, required: true, example: "item", doc: "A `record`, `reference` or `city` column.")
        Field("name", .column, required: true, example: "category", doc: "The field.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        guard let column = record.text("of"), let name = record.text("name") else { return nil }
        return FieldColumn(of: column.string, name.string)
    }
}
