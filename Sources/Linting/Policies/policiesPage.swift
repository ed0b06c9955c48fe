import Expressions
import Kinds
import Synthesis

/// What can be asked of each kind, and with which functions.
package let policiesPage: String = {
    let intro = """
        # Policies

        What the expressions of `lint: {policies: …}` may ask of each kind of declaration. A column that may be null says so. \
        [Lint](../lint.md#policies) tells how policies are written.
        """
    let functions = """
        ## Functions

        Policies are answered without an engine. They know `and`, `or`, `not`, `in`, `between`, `like`, `ilike`, `is null`, \
        `case`, casts, comparisons and arithmetic, and these [functions](functions.md): \
        \(answeredFunctions.map { "`\($0)`" }.joined(separator: ", ")). The pattern of `regexp_matches` has to be written out.
        """
    return ([intro, functions] + PolicySubject.allCases.map { PolicyModel.of($0).markdown }).joined(separator: "\n\n")
}()

/// Functions that policies know: what is tried is not listed by hand.
private let answeredFunctions: [String] = Catalogue.functions.filter { function in
    function.family != .operation && function.examples.contains { isAnswered($0.expression) }
}.map(\.name)

private func isAnswered(_ expression: String) -> Bool {
    do {
        _ = try rowsHolding(Expression.parse("(\(expression)) is null"), among: KnownRows(count: 0))
        return true
    } catch {
        return false
    }
}

extension PolicyColumn {
    fileprivate var listedChoices: String {
        guard !choices.isEmpty else { return "" }
        return " One of \(choices.map { "`\($0)`" }.joined(separator: ", "))."
    }
}

extension PolicyModel {
    fileprivate var markdown: String {
        let rows = columns.map { column in
            "| `\(column.name)` | `\(column.type)`\(column.isNullable ? ", or null" : "") | \(column.meaning)\(column.listedChoices) |"
        }
        let table = ["| Column | Type | Meaning |", "|---|---|---|"] + rows
        return "## \(subject.rawValue)\n\n\(subject.summary)\n\n\(table.joined(separator: "\n"))"
    }
}
