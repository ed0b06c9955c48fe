package import Configuration
package import Synthesis

/// `timestamp`: instants between two instants, or some time after another.
package enum TimestampKind: ColumnKind {
    private static let seasonality = KindSpec("seasonality", summary: "When more happens.") {
        Field("weekly", .boolean, default: "false", doc: "Working days are likelier than weekends.")
        Field("daily", .boolean, default: "false", doc: "Day and evening are likelier than night.")
    }

    package static let spec = KindSpec(
        "timestamp",
        summary: "An instant between two instants, or some time after another.",
        exactlyOne: [["from", "after"]]
    ) {
        Field("from", .string, example: "6mo ago", doc: "The earliest.")
        Field("to", .string, default: "now", doc: "The latest.")
        Field("seasonality", .record(seasonality), doc: seasonality.summary)
        Field("step", .duration, default: "1s", doc: "Distance of neighbouring values; a part of an hour.")
        Field("after", .expression, example: "order_id->order_date", doc: "A date or timestamp that comes before.")
        Field("within", .duration, default: "7d", example: "3d", doc: "The longest time after it.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        if record.has("after") { return record.afterColumn(in: &context) }
        guard record.has("from"), let from = context.moment(record, "from", default: "now"),
            let to = context.moment(record, "to", default: "now")
        else { return nil }
        let seasons = record.record("seasonality")
        let (seconds, attoseconds) = (record.duration("step")?.value ?? .seconds(1)).components
        return TimestampColumn(
            from: from.micros,
            to: to.micros,
            isWeekly: seasons?.flag("weekly") == true,
            isDaily: seasons?.flag("daily") == true,
            step: seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        )
    }
}
