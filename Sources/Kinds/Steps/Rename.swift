package import Algebra
package import Configuration
import Expressions
import Reporting

/// Gives columns other names.
package struct Rename: StepKind {
    package static let spec = KindSpec("rename", summary: "Give columns other names.", shorthand: "columns") {
        Field(
            "columns", .map(.column), required: true, example: "{total: total_price}",
            doc: "New name for each: `new: old`.")
    }

    package let columns: [(new: Text, old: Text)]

    package init?(_ record: Record) {
        columns = record.map("columns").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
        if columns.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        guard context.columns(columns.map(\.old), of: input.row) != nil else { return nil }
        let names = Dictionary(columns.map { ($0.old.string, $0.new) }, uniquingKeysWith: { $1 })
        let renamed = input.row.columns.map { Projection($0, as: names[$0.name]?.string) }
        for (new, _) in columns where renamed.count(where: { $0.name == new.string }) > 1 {
            context.found.report(
                .duplicateColumn(new, note: "the input has a column of that name; drop it or rename it too"))
            return nil
        }
        return .project(renamed, from: input)
    }
}
