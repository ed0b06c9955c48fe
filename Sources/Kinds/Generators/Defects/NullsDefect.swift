package import Configuration
package import Synthesis

/// `nulls`.
package enum NullsDefect: DefectKind {
    package static let spec = KindSpec("nulls", summary: "A share of the rows has no value.") {
        defectFields
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        record.defectPlace.map { NullCells($0.column, share: $0.share) }
    }
}
