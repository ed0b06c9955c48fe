import Configuration
import Expressions
import Reporting

/// The column's declared type is one of these, named in the words of this language, SQL, Spark or pandas.
struct ColumnType: ExpectationKind {
    static let spec = KindSpec("type", summary: "The column has this type, or one of these.") {
        Field("column", .column, required: true, example: "total_price", doc: "The column.")
        Field("is", .oneOrMany(.string), required: true, example: "decimal(12,2)", doc: "The type, or several.")
        commonFields
    }
    static let gxForms = [
        GXForm("column_values_to_be_of_type", [("column", ["column"]), ("type_", ["is"])]),
        GXForm("column_values_to_be_in_type_list", [("column", ["column"]), ("type_list", ["is"])]),
        GXForm("column_type_to_be", [("column", ["column"]), ("type_", ["is"])]),
    ]

    let column: Located<String>
    let types: [Located<String>]

    static func read(_ record: Record) -> [ColumnType] {
        record.columns("column").map { ColumnType(column: $0, types: record.columns("is")) }
    }

    var arguments: [(String, JSONText)] {
        [("column", .string(column.value)), ("is", types.count == 1 ? .string(types[0].value) : types.asArgument.1)]
    }

    var sentence: String { "\(column.value) has the type \(types.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        _ = found.column(column, in: row)
        for name in types where TypeName(name.value) == nil {
            found.report(
                Diagnostic(
                    .expectationType,
                    "no type is called '\(name.value)'",
                    at: name.span,
                    help: closestTypeName(to: name.value).map { "did you mean '\($0)'?" }
                )
            )
        }
    }

    func check(in row: RowType) -> Check {
        let type = row.column(column).type
        let met = types.first { TypeName($0.value)?.means(type) == true }
        return .columns(
            Check.Finding(
                isMet: met != nil || types.isEmpty,
                result: [("observed_value", .string(met?.value ?? "\(type)"))]
            )
        )
    }
}
