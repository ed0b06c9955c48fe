package import Configuration
package import Synthesis

/// `truncate`.
package enum TruncateDefect: DefectKind {
    package static let spec = KindSpec("truncate", summary: "A share of the rows has its text cut off.") {
        defectFields
        Field("length", .integer(0...1_000_000), required: true, doc: "Characters that are left.")
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        guard let place = record.defectPlace, let length = record.integer("length") else { return nil }
        return MarredTexts(place.column, share: place.share, .cut(to: length.value))
    }
}
