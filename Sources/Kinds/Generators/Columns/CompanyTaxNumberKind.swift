package import Configuration
package import Synthesis

/// `cnpj`.
package enum CompanyTaxNumberKind: ColumnKind {
    package static let spec = KindSpec(
        "cnpj",
        summary: "A Brazilian company's tax number with valid check digits.",
        shorthand: "formatted"
    ) {
        Field("formatted", .boolean, default: "true", doc: "Whether points, slash and hyphen stand in it.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        TaxNumberColumn(.cnpj, isFormatted: record.flag("formatted"))
    }
}
