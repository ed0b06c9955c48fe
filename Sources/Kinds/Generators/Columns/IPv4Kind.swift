package import Configuration
package import Synthesis

/// `ipv4`.
package enum IPv4Kind: ColumnKind {
    package static let spec = KindSpec("ipv4", summary: "An address of the networks set aside for documentation.") {}

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        IPv4Column()
    }
}
