package import Configuration
package import Synthesis

/// `last_name`.
package enum LastNameKind: ColumnKind {
    package static let spec = KindSpec("last_name", summary: "A last name.") {}

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        WordColumn(.lastNames)
    }
}
