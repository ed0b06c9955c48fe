package import Configuration
import Expressions
import Reporting
package import Synthesis

/// `record`: one of some records written out in place.
package enum RecordKind: ColumnKind {
    package static let spec = KindSpec(
        "record",
        summary: "One of some records; other columns read its fields as `column->field`.",
        shorthand: "rows"
    ) {
        Field(
            "rows",
            .list(.map(valueShape)),
            required: true,
            example: "[{category: moda, name: Camisa, min: 45, max: 130}]",
            doc: "Records with the same fields. The column itself shows the first field."
        )
        Field("weight", .column, doc: "Field whose number says how often a record is drawn.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        guard let item = record.item("rows"), let rows = item.asList else { return nil }
        let maps = rows.compactMap(\.asMap)
        let fields = maps.prefix(1).flatMap { $0.map(\.name.string) }
        var records: [[Value]] = []
        for (row, map) in zip(rows, maps) {
            guard Set(map.map(\.name.string)) == Set(fields) else {
                context.found.report(
                    Diagnostic(
                        .generatorType,
                        "the records have different fields",
                        at: row.span,
                        help: "the first has \(fields.joined(separator: ", "))"
                    )
                )
                return nil
            }
            records.append(fields.map { field in map.first { $0.name.string == field }?.value.generatedValue ?? .null })
        }
        let weights = weights(record.text("weight"), fields, maps, &context)
        return RecordColumn(RecordList(fields: fields, records: records), weights: weights)
    }

    private static func weights(
        _ name: Text?,
        _ fields: [String],
        _ maps: [[(name: Text, value: Item)]],
        _ context: inout GeneratorContext
    ) -> [Double] {
        guard let name else { return [] }
        guard fields.contains(name.string) else {
            context.found.report(
                Diagnostic(
                    .generatorType,
                    "the records have no field '\(name)'",
                    at: name.span,
                    help: "they have \(fields.joined(separator: ", "))"
                )
            )
            return []
        }
        return maps.map { map in map.first { $0.name.string == name.string }?.value.asNumber?.value ?? 0 }
    }
}
