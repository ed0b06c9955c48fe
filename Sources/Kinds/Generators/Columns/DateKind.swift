package import Configuration
import Expressions
package import Synthesis

/// `date`: days between two days, or some time after another.
package enum DateKind: ColumnKind {
    package static let spec = KindSpec(
        "date",
        summary: "A day between two days, both possible, or some days after another.",
        exactlyOne: [["from", "after"]]
    ) {
        Field("from", .string, example: "2y ago", doc: "The first day.")
        Field("to", .string, default: "today", doc: "The last day.")
        Field("weekly", .boolean, default: "false", doc: "Whether working days are likelier than weekends.")
        Field("after", .expression, example: "order_id->order_date", doc: "A date or timestamp that comes before.")
        Field("within", .duration, default: "7d", doc: "The longest time after it.")
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        if record.has("after") { return record.afterColumn(in: &context) }
        guard record.has("from"), let from = context.moment(record, "from", default: "today"),
            let to = context.moment(record, "to", default: "today")
        else { return nil }
        return DateColumn(from: from.day, to: to.day, isWeekly: record.flag("weekly"))
    }
}

extension Record {
    /// `after` and `within`, which dates and timestamps share.
    func afterColumn(in context: inout GeneratorContext) -> AfterColumn? {
        guard let start = text("after").flatMap({ context.expression($0) }) else { return nil }
        let within = duration("within")?.value ?? .seconds(7 * 86_400)
        let (seconds, attoseconds) = within.components
        return AfterColumn(start, within: seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }
}
