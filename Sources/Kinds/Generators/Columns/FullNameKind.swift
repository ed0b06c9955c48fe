package import Configuration
package import Synthesis

/// `full_name`.
package enum FullNameKind: ColumnKind {
    package static let spec = KindSpec("full_name", summary: "First and last names of a person.") {}

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        FullNameColumn()
    }
}
