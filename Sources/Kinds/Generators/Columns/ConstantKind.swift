package import Configuration
package import Synthesis

/// `constant`.
package enum ConstantKind: ColumnKind {
    package static let spec = KindSpec("constant", summary: "The same value in every row.", shorthand: "value") {
        Field("value", valueShape, required: true, doc: "A number, text, true, false or null.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        record.item("value").map { ConstantColumn($0.generatedValue) }
    }
}
