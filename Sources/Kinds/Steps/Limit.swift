package import Algebra
package import Configuration

/// Keeps the first rows.
package struct Limit: StepKind {
    package static let spec = KindSpec("limit", summary: "Keep the first rows.", shorthand: "rows") {
        Field("rows", .integer(0...Int.max), required: true, doc: "How many rows to keep.")
        Field("offset", .integer(0...Int.max), default: "0", doc: "How many rows to pass over first.")
    }

    package let rows: Int
    package let offset: Int

    package init?(_ record: Record) {
        guard let rows = record.integer("rows") else { return nil }
        self.rows = rows.value
        offset = record.integer(orDefault: "offset")
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        .limit(rows, offset: offset, from: input)
    }
}
