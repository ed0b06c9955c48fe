package import Configuration
package import Synthesis

/// `boolean`: true or false.
package enum BooleanKind: ColumnKind {
    package static let spec = KindSpec("boolean", summary: "True on a share of the rows.", shorthand: "share") {
        Field("share", .share, default: "50%", doc: "Share of rows that are true.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        BooleanColumn(share: record.share(orDefault: "share"))
    }
}
