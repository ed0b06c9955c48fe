package import Configuration
package import Synthesis

/// `word`.
package enum WordKind: ColumnKind {
    package static let spec = KindSpec("word", summary: "A word.") {}

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        WordColumn(.words)
    }
}
