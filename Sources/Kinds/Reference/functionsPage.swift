import Expressions

/// Every function and operator of the expression language, by family.
let functionsPage: String = {
    let intro = """
        # Functions and operators

        Every example is executed as a test. `[bigint]` may be left out, `…` may be repeated, `T` stands for one type. \
        Aggregates stand in `aggregate` and `window` steps only.
        """
    let families = Function.Family.allCases.map { family in
        let functions = Catalogue.functions.filter { $0.family == family }
        return functions.isEmpty
            ? "" : (["## \(family.rawValue)"] + functions.map(\.markdown)).joined(separator: "\n\n")
    }
    return ([intro] + families.filter { !$0.isEmpty }).joined(separator: "\n\n")
}()

extension Function {
    fileprivate var markdown: String {
        var parts = ["### `\(name)`", summary]
        if !aliases.isEmpty { parts.append("Other names: \(aliases.map { "`\($0)`" }.joined(separator: ", ")).") }
        parts.append(signatures.map { "- `\($0)`" }.joined(separator: "\n"))
        if !examples.isEmpty { parts.append(examples.map(\.markdown).joined(separator: "  \n")) }
        return parts.joined(separator: "\n\n")
    }
}

extension Function.Example {
    fileprivate var markdown: String {
        let over = rows.isEmpty ? "" : " over \(rows.map { "`\($0)`" }.joined(separator: ", "))"
        return "`\(expression)`\(over) gives `\(result)`"
    }
}
