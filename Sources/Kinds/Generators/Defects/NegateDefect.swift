package import Configuration
package import Synthesis

/// `negate`.
package enum NegateDefect: DefectKind {
    package static let spec = KindSpec("negate", summary: "A share of the rows has its number with the other sign.") {
        defectFields
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        record.defectPlace.map { NegatedCells($0.column, share: $0.share) }
    }
}
