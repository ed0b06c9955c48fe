import Configuration
import Engines
import Expressions
import Reporting

/// No value is a member of a set.
struct NotInSet: ExpectationKind {
    static let spec = KindSpec("not_in_set", summary: "No value of the column is one of these.") {
        Field("column", .column, required: true, example: "status", doc: "The column.")
        Field("values", .list(.string), required: true, example: "[aprovado, pendente]", doc: "The members of the set.")
        rowFields
    }
    static let gxForms = [
        GXForm("column_values_to_not_be_in_set", [("column", ["column"]), ("value_set", ["values"])])
    ]

    let column: Located<String>
    let values: [Located<String>]

    static func read(_ record: Record) -> [NotInSet] {
        record.columns("column").map { NotInSet(column: $0, values: record.columns("values")) }
    }

    var arguments: [(String, JSONText)] { [("column", .string(column.value)), values.asArgument] }

    var sentence: String { "\(column.value) is none of \(values.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        guard let column = found.column(column, in: row) else { return }
        for value in values { found.value(value, comparedWith: column.type) }
    }

    func check(in row: RowType) -> Check {
        let column = row.column(column)
        let members = values.constants(column.type)
        return RowCheck.values(
            of: column,
            expected: members.isEmpty ? "true" : "\(column.sql) NOT IN (\(members.joined(separator: ", ")))"
        )
    }
}
