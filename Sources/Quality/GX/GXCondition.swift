import Configuration
import Reporting

/// A row condition in one of their grammars, rewritten as an expression of ours.
///
/// Texts are read token by token, which serves their own `col("a") > 1`, the `DataFrame.query` of pandas and the
/// predicates of Spark alike, as far as these differ from SQL only in spelling.
struct GXCondition {
    private let node: Node

    init(_ node: Node) { self.node = node }

    /// The expression as a node at the same place; nil where the condition cannot be said here.
    func rewritten(found: inout Diagnostics) -> Node? {
        let text = node.scalar.map { rewritten(text: $0.text) } ?? rewritten(object: node)
        if let text { return Node(text: text, at: node.span) }
        found.report(
            Diagnostic(
                .unknownExpectation,
                "a row condition of a form that is not supported",
                at: node.span,
                help: "write comparisons joined by 'and', 'or' and 'not'"
            )
        )
        return nil
    }

    private func rewritten(text: String) -> String? {
        var rest = text[...]
        var words: [String] = []
        while !rest.isEmpty {
            guard let token = nextToken(&rest) else { return nil }
            words.append(token)
        }
        return words.joined().replacing(/\s+/, with: " ")
    }

    /// Takes one token off the front and gives its spelling here.
    private func nextToken(_ rest: inout Substring) -> String? {
        if let match = rest.prefixMatch(of: /col\(\s*["']([^"']+)["']\s*\)/) {
            rest = rest[match.range.upperBound...]
            return quotedName(match.1)
        }
        if let match = rest.prefixMatch(of: /date\(\s*["']([^"']+)["']\s*\)/) {
            rest = rest[match.range.upperBound...]
            return "date '\(match.1)'"
        }
        if let match = rest.prefixMatch(of: /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/) {
            rest = rest[match.range.upperBound...]
            return quotedText(match.1 ?? match.2 ?? "")
        }
        if let match = rest.prefixMatch(of: /`([^`]+)`/) {
            rest = rest[match.range.upperBound...]
            return quotedName(match.1)
        }
        for (theirs, ours) in spellings where rest.hasPrefix(theirs) {
            rest = rest.dropFirst(theirs.count)
            return ours
        }
        if let match = rest.prefixMatch(of: /[A-Za-z_][A-Za-z0-9_]*|[0-9.]+|\s+|[<>=()+\-*\/,]/) {
            rest = rest[match.range.upperBound...]
            return String(match.0)
        }
        return nil
    }

    private func rewritten(object node: Node) -> String? {
        guard let type = node["type"]?.scalar?.text else { return nil }
        let column = (node["column"]?["name"] ?? node["column"])?.scalar.map { quotedName($0.text[...]) }
        switch type {
        case "comparison":
            guard let column, let comparator = node["operator"]?.scalar?.text, let value = node["parameter"] else {
                return nil
            }
            return comparison(column, comparator, value)
        case "nullity":
            guard let column else { return nil }
            return "\(column) is \(node["is_null"]?.scalar?.core == .boolean(true) ? "" : "not ")null"
        case "and", "or":
            guard let conditions = node["conditions"]?.items, !conditions.isEmpty else { return nil }
            let parts = conditions.compactMap { rewritten(object: $0) }
            return parts.count == conditions.count ? "(" + parts.joined(separator: " \(type) ") + ")" : nil
        case "pass_through": return node["pass_through_filter"]?.scalar.flatMap { rewritten(text: $0.text) }
        default: return nil
        }
    }

    private func comparison(_ column: String, _ comparator: String, _ value: Node) -> String? {
        switch comparator {
        case "IN", "NOT_IN":
            guard let items = value.items, !items.isEmpty else { return nil }
            let list = items.compactMap(constantText).joined(separator: ", ")
            return "\(column) \(comparator == "IN" ? "in" : "not in") (\(list))"
        case "==", "!=", "<", "<=", ">", ">=":
            let sign = ["==": "=", "!=": "<>"][comparator] ?? comparator
            return constantText(value).map { "\(column) \(sign) \($0)" }
        default: return nil
        }
    }

    private func constantText(_ node: Node) -> String? {
        guard let scalar = node.scalar else { return nil }
        switch scalar.core {
        case .null: return nil
        case .boolean, .integer, .number: return scalar.text
        case .text: return quotedText(scalar.text[...])
        }
    }
}

/// Longest first, where one starts another.
private let spellings = [
    (".notnull()", " is not null"), (".notna()", " is not null"), (".isnull()", " is null"), (".isna()", " is null"),
    ("==", "="), ("!=", "<>"), ("||", "||"), ("&", " and "), ("|", " or "), ("~", " not "),
    ("[", "("), ("]", ")"),
]

private func quotedText(_ text: Substring) -> String { "'" + text.replacing("'", with: "''") + "'" }

private func quotedName(_ name: Substring) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
