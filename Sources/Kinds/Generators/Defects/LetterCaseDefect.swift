package import Configuration
package import Synthesis

/// `letter_case`.
package enum LetterCaseDefect: DefectKind {
    package static let spec = KindSpec("letter_case", summary: "A share of the rows has its text in other letter case.")
    {
        defectFields
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        record.defectPlace.map { MarredTexts($0.column, share: $0.share, .letterCase) }
    }
}
