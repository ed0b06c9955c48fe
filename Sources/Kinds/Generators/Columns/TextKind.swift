package import Configuration
package import Synthesis

/// `text`.
package enum TextKind: ColumnKind {
    package static let spec = KindSpec("text", summary: "A sentence of words.", shorthand: "max_words") {
        Field("min_words", .integer(1...1000), default: "1", doc: "Fewest words.")
        Field("max_words", .integer(1...1000), default: "12", doc: "Most words.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        TextColumn(
            minWords: record.integer("min_words")?.value ?? 1,
            maxWords: record.integer("max_words")?.value ?? 12
        )
    }
}
