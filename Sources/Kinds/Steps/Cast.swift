package import Algebra
package import Configuration
import Expressions
import Reporting

/// Changes the types of columns.
package struct Cast: StepKind {
    package static let spec = KindSpec("cast", summary: "Change the types of columns.", shorthand: "columns") {
        Field(
            "columns", .map(.string), required: true, example: "{quantity: int}", doc: "New type for each column.")
        Field(
            "on_error", .choice(Misfit.allCases.map(\.rawValue)), default: "fail",
            doc: "What becomes of a value that does not fit: stop the task, or make it null.")
    }

    /// What becomes of a value that does not fit.
    private enum Misfit: String, CaseIterable { case fail, null }

    package let columns: [(name: Text, type: Text)]
    package let failsOnError: Bool

    package init?(_ record: Record) {
        columns = record.map("columns").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
        failsOnError = record.choice("on_error", of: Misfit.self) == .fail
        if columns.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        guard context.columns(columns.map(\.name), of: input.row) != nil else { return nil }
        var types: [String: DataType] = [:]
        for (name, type) in columns {
            guard let parsed = parseDataType(type.string) else {
                context.found.report(.unknownType(type))
                return nil
            }
            types[name.string] = parsed
        }
        return .project(
            input.row.columns.map { column in
                guard let type = types[column.name] else { return Projection(column) }
                let value = TypedExpression(column)
                return Projection(column.name, failsOnError ? value.cast(to: type) : value.tryCast(to: type))
            }, from: input)
    }
}
