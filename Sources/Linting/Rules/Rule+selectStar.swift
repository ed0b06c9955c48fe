import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let selectStar = Rule(
        "EST4005",
        "select-star-boundary",
        .warning,
        scope: .types,
        fix: .safe,
        since: "0.2.0",
        summary: "A query takes all columns, whichever they are.",
        explanation: """
            A column that is new in the input becomes part of the result without anyone having chosen it, and is \
            published. Name the columns.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sql:
                      query: "select ⟦*⟧ from input"
                      columns: {order_id: uuid, status: string}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - sql:
                      query: "select order_id, status from input"
                      columns: {order_id: uuid, status: string}
            """
    )
}

extension Check {
    static let selectStar = Check(.selectStar) { project, found in
        let inputs = project.queryInputs
        project.forEachQuery { query, tokens in
            for index in tokens.indices where tokens.isStar(at: index) {
                let names = tokens.takesAllOfInput ? inputs[query.span] : nil
                found.report(
                    Diagnostic(
                        .selectStar,
                        "'*' takes columns that nobody chose",
                        at: query.span(of: tokens[index].range),
                        help: names.map { "name them: \($0.joined(separator: ", "))" } ?? "name the columns",
                        fix: names.flatMap { project.columnsFix(naming: $0, at: tokens[index].range, in: query) }
                    )
                )
            }
        }
    }
}

extension LintedProject {
    /// Names of the columns that each compiled query finds in its `input`, by the query's place.
    fileprivate var queryInputs: [Span: [String]] {
        var inputs: [Span: [String]] = [:]
        forEachStep { step, _ in
            if let sql = step.step as? SQLStep { inputs[sql.query.span] = step.input.row.names }
        }
        return inputs
    }

    /// Names need no quotes; in an unquoted text their commas might end it.
    fileprivate func columnsFix(naming names: [String], at range: Range<Int>, in query: Text) -> Fix? {
        let place = query.span(of: range)
        guard names.allSatisfy({ isName($0) && $0 == $0.lowercased() }), let file = files[place.file],
            place.end.offset - place.start.offset == 1, query.span.start.offset < file.utf8.count,
            [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "|"), UInt8(ascii: ">")].contains(
                file.utf8[query.span.start.offset]
            )
        else { return nil }
        return Fix(.safe, "name the columns", [TextEdit(place, names.joined(separator: ", "))])
    }
}

extension [SQLToken] {
    /// Whether a mark is the `*` of a select list.
    fileprivate func isStar(at index: Int) -> Bool {
        guard self[index].isMark("*"), index > 0 else { return false }
        let before = self[index - 1]
        return before.isWord("select") || before.isWord("distinct") || before.isMark(",") || before.isMark(".")
    }

    /// `select * from input`, and nothing that brings further columns.
    fileprivate var takesAllOfInput: Bool {
        count >= 4 && self[0].isWord("select") && self[1].isMark("*") && self[2].isWord("from")
            && self[3].isWord("input")
            && !dropFirst(4).contains { $0.isWord("join") || $0.isWord("select") || $0.isMark(",") }
    }
}
