package import Configuration
package import Synthesis

/// `phone`.
package enum PhoneKind: ColumnKind {
    package static let spec = KindSpec("phone", summary: "A telephone number that is nobody's.", shorthand: "of") {
        Field("of", .column, example: "city", doc: "A `city` column that gives the area code.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        PhoneColumn(of: record.text("of")?.string)
    }
}
