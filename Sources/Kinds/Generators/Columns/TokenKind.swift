package import Configuration
package import Synthesis

/// `token`.
package enum TokenKind: ColumnKind {
    package static let spec = KindSpec("token", summary: "Random characters.", shorthand: "length") {
        Field("length", .integer(1...1024), default: "32", doc: "How many.")
        Field("alphabet", .choice(TokenColumn.Alphabet.allCases.map(\.rawValue)), default: "hex", doc: "Which.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        TokenColumn(
            length: record.integer("length")?.value ?? 32,
            alphabet: record.text("alphabet").flatMap { TokenColumn.Alphabet(rawValue: $0.string) } ?? .hex
        )
    }
}
