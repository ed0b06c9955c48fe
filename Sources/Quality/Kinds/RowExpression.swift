import Configuration
import Engines
import Expressions
import Reporting

/// An expression is true in every row. Null is not true: a row that cannot be judged is unexpected.
struct RowExpression: ExpectationKind {
    static let spec = KindSpec("expression", summary: "The expression is true in every row.", shorthand: "expression") {
        Field(
            "expression",
            .expression,
            required: true,
            example: "total_price >= quantity",
            doc: "A condition over the columns of a row; write 'or column is null' where a missing value is fine."
        )
        rowFields
    }
    /// Not known to Great Expectations; the name is ours.
    static let gxForms = [GXForm("row_expression_to_be_true", [("expression", ["expression"])])]

    let expression: Text

    static func read(_ record: Record) -> [RowExpression] {
        guard let expression = record.text("expression") else { return [] }
        return [RowExpression(expression: expression)]
    }

    var arguments: [(String, JSONText)] { [("expression", .string("\(expression)"))] }

    var sentence: String { "\(expression) in every row" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        _ = found.condition(expression, over: row)
    }

    func check(in row: RowType) -> Check {
        var found = Diagnostics()
        guard let condition = found.condition(expression, over: row) else {
            preconditionFailure("expression '\(expression)' was not checked")
        }
        let names = Set(condition.columns.map(\.name))
        let columns = row.columns.filter { names.contains($0.name) }
        return .rows(
            RowCheck(
                columns,
                columns.count == 1 ? .value : .record,
                unexpected: "\(SQL(condition, dialect: .duckdb)) IS NOT TRUE"
            )
        )
    }
}
