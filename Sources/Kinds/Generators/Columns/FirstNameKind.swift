package import Configuration
package import Synthesis

/// `first_name`.
package enum FirstNameKind: ColumnKind {
    package static let spec = KindSpec("first_name", summary: "A first name.") {}

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        WordColumn(.firstNames)
    }
}
