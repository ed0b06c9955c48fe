package import Configuration
package import Synthesis

/// `cpf`.
package enum PersonTaxNumberKind: ColumnKind {
    package static let spec = KindSpec(
        "cpf",
        summary: "A Brazilian person's tax number with valid check digits.",
        shorthand: "formatted"
    ) {
        Field("formatted", .boolean, default: "true", doc: "Whether points and hyphen stand in it.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        TaxNumberColumn(.cpf, isFormatted: record.flag("formatted"))
    }
}
