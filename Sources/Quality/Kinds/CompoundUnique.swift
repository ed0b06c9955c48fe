import Configuration
import Engines
import Expressions
import Reporting

/// No combination of values occurs twice. Nulls inside a combination count as equal.
struct CompoundUnique: ExpectationKind {
    static let spec = KindSpec(
        "compound_unique",
        summary: "No combination of the columns' values occurs twice.",
        shorthand: "columns"
    ) {
        Field("columns", .list(.column), required: true, example: "[order_id, line]", doc: "Two columns or more.")
        Field(
            "ignore_row_if",
            .choice(["all_values_are_missing", "any_value_is_missing", "never"]),
            default: "all_values_are_missing",
            doc: "Which rows are not judged."
        )
        rowFields
    }
    static let gxForms = [
        GXForm("compound_columns_to_be_unique", [("column_list", ["columns"]), ("ignore_row_if", ["ignore_row_if"])])
    ]

    let columns: [Located<String>]
    let ignored: String?

    static func read(_ record: Record) -> [CompoundUnique] {
        [CompoundUnique(columns: record.columns("columns"), ignored: record.text("ignore_row_if")?.string)]
    }

    var arguments: [(String, JSONText)] {
        var arguments = [("columns", JSONText.array(columns.map { .string($0.value) }))]
        if let ignored { arguments.append(("ignore_row_if", .string(ignored))) }
        return arguments
    }

    var sentence: String { "\(columns.map(\.value).joined(separator: ", ")) are unique together" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        for column in columns { _ = found.column(column, in: row) }
        guard columns.count < 2 else { return }
        found.report(
            Diagnostic(
                .contradiction,
                "a combination needs two columns or more",
                at: span,
                help: "write 'unique' for one column"
            )
        )
    }

    func check(in row: RowType) -> Check {
        let columns = columns.map(row.column)
        let considered: SQL? =
            switch ignored {
            case "never": nil
            case "any_value_is_missing": columns.map(\.isPresent).joined(separator: " AND ")
            default: "(\(columns.map(\.isPresent).joined(separator: " OR ")))"
            }
        return .key(KeyCheck(columns: columns, considered: considered, wanted: .noRepeats))
    }
}
