package import Configuration
package import Synthesis

/// `email`.
package enum EmailKind: ColumnKind {
    package static let spec = KindSpec(
        "email",
        summary: "An address at a domain reserved for examples, made from a name.",
        shorthand: "from"
    ) {
        Field("from", .column, required: true, example: "name", doc: "Column with the name.")
        Field(
            "unique",
            .boolean,
            default: "false",
            doc: "Whether the row's number is added, so that none is there twice."
        )
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        record.text("from").map {
            EmailColumn(from: $0.string, isUnique: record.flag("unique"))
        }
    }
}
