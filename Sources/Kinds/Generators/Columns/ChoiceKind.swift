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
            return ChoiceColumn(
                pairs.compactMap { name, weight in
                    weight.asNumber.map { .init(.string(name.string), weight: $0.value) }
                })
        }
        guard let values = item.asList else { return nil }
        return ChoiceColumn(values.map { .init($0.generatedValue) })
    }
}
