package import Configuration
package import Synthesis

/// `set`.
package enum SetDefect: DefectKind {
    package static let spec = KindSpec("set", summary: "A share of the rows has a given value.") {
        defectFields
        Field(
            "value",
            valueShape,
            required: true,
            example: "2099-01-01",
            doc: "A number, text, true, false or null; read as the column's type where it can be."
        )
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        guard let place = record.defectPlace, let value = record.item("value") else { return nil }
        return ReplacedCells(place.column, share: place.share, with: ConstantColumn(value.generatedValue))
    }
}
