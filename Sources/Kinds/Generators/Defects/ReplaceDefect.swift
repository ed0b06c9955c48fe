package import Configuration
package import Synthesis

/// `replace`.
package enum ReplaceDefect: DefectKind {
    package static let spec = KindSpec("replace", summary: "A share of the rows has a value of another generator.") {
        defectFields
        Field(
            "with",
            .variant(builtInColumnKinds.map { $0.spec }),
            required: true,
            example: "{integer: {min: 1000, max: 9999}}",
            doc: "Where its type does not become the column's, the column is text."
        )
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        guard let place = record.defectPlace, let with = record.record("with"),
            let kind = builtInColumnKinds.first(where: { $0.spec.name == with.kind }),
            let generator = kind.generator(with, in: &context)
        else { return nil }
        return ReplacedCells(place.column, share: place.share, with: generator)
    }
}
