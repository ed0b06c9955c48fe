package import Configuration
import Expressions
package import Synthesis

/// `choice`: one of several values.
package enum ChoiceKind: ColumnKind {
    package static let spec = KindSpec("choice", summary: "One of several values.", shorthand: "values") {
        Field(
            "values",
            .either([.list(valueShape), .map(.number(0...1e15))]),
            required: true,
            example: "{aprovado: 70, pendente: 20, cancelado: 10}",
            doc: "Equally likely in a list; in a mapping each with its weight, which counts as a share of their sum."
        )
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        guard let item = record.item("values") else { return nil }
        if let pairs = item.asMap {
            let weights = pairs.map { $0.value.asNumber?.value ?? 0 }
            return ChoiceColumn(zip(pairs, weights).map { .init(.string($0.name.string), weight: $1) })
        }
        return ChoiceColumn((item.asList ?? []).map { .init($0.generatedValue) })
    }
}
