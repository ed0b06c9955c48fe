import Configuration
import Engines
import Expressions
import Reporting

/// Every value is a member of a set.
struct InSet: ExpectationKind {
    static let spec = KindSpec("in_set", summary: "Every value of the column is one of these.") {
        Field("column", .column, required: true, example: "status", doc: "The column.")
        Field("values", .list(.string), required: true, example: "[aprovado, pendente]", doc: "The members of the set.")
        rowFields
    }
    static let gxForms = [GXForm("column_values_to_be_in_set", [("column", ["column"]), ("value_set", ["values"])])]

    let column: Located<String>
    let values: [Located<String>]

    static func read(_ record: Record) -> [InSet] {
        record.columns("column").map { InSet(column: $0, values: record.columns("values")) }
    }

    var arguments: [(String, JSONText)] { [("column", .string(column.value)), values.asArgument] }

    var sentence: String { "\(column.value) is one of \(values.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        guard let column = found.column(column, in: row) else { return }
        for value in values { found.value(value, comparedWith: column.type) }
        guard values.isEmpty else { return }
        found.report(
            Diagnostic(
                .contradiction,
                "no value is in an empty set",
                at: span,
                help: "name the values, or write 'is_null'"
            )
        )
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        let members = values.constants(column.type)
        return RowCheck.values(
            of: column,
            expected: members.isEmpty ? "false" : "\(column.sql) IN (\(members.joined(separator: ", ")))"
        )
    }
}
