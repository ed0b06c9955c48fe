package import Configuration
package import Synthesis

/// `blanks`.
package enum BlanksDefect: DefectKind {
    package static let spec = KindSpec("blanks", summary: "A share of the rows has blanks around its text.") {
        defectFields
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        record.defectPlace.map { MarredTexts($0.column, share: $0.share, .blanks) }
    }
}
