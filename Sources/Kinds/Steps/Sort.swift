package import Algebra
package import Configuration
import Expressions
import Reporting

/// Orders the rows.
package struct Sort: StepKind {
    package static let spec = KindSpec("sort", summary: "Order the rows; nulls come last.", shorthand: "by") {
        Field(
            "by", .oneOrMany(.string), required: true, example: "[-revenue, day]", doc: "Columns; `-column` descends.")
    }

    package let by: [Text]

    package init?(_ record: Record) {
        by = record.texts("by")
        if by.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        context.sortKeys(by, of: input.row).map { .sort($0, from: input) }
    }
}

extension StepContext {
    /// `-column` descends. Reports unknown columns.
    mutating func sortKeys(_ texts: [Text], of row: RowType) -> [SortKey]? {
        let keys = texts.map { text -> SortKey? in
            let isDescending = text.string.hasPrefix("-")
            let name = isDescending ? String(text.string.dropFirst()) : text.string
            if row[name] == nil {
                let place = (isDescending ? 1 : 0)..<text.string.utf8.count
                found.report(.unknownColumn(name, in: text, place, among: row))
                return nil
            }
            return SortKey(name, isDescending: isDescending)
        }
        return keys.contains(nil) ? nil : keys.compactMap(\.self)
    }
}
