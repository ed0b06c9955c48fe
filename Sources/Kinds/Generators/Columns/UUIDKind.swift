package import Configuration
package import Synthesis

/// `uuid`: a random id.
package enum UUIDKind: ColumnKind {
    package static let spec = KindSpec("uuid", summary: "A random UUID of version 4.") {}

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        UUIDColumn()
    }
}
