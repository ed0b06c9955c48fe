import Configuration
import Expressions
import Reporting

extension Diagnostic {
    static func duplicateColumn(_ name: Text, note: Message) -> Diagnostic {
        Diagnostic(.duplicateOutput, "two columns would be named '\(name.string)'", at: name.span, help: note)
    }

    static func unknownType(_ type: Text) -> Diagnostic {
        let names = [
            "boolean", "int", "bigint", "double", "decimal", "string", "date", "timestamp", "timestamptz", "uuid",
            "binary", "json",
        ]
        let stem = String(type.string.prefix { $0 != "(" && $0 != "<" })
        let isDecimal = stem == "decimal"
        let help: Message? =
            if isDecimal {
                "a decimal has a precision of 1 to 38 and a scale up to it, as in decimal(12,2)"
            } else {
                closestName(to: stem, among: names).map { "did you mean '\($0)'?" }
                    ?? "types: \(names.joined(separator: ", ")), list<T>"
            }
        let fix = closestName(to: stem, among: names).flatMap {
            type.fix(.unsafe, "replace '\(stem)' by '\($0)'", replacing: 0..<stem.utf8.count, by: $0)
        }
        return Diagnostic(
            .unknownType, "no type named '\(type)'", at: type.span, help: help, fix: isDecimal ? nil : fix)
    }

    /// - Parameter elsewhere: where an expression that is none belongs.
    static func notAnAggregate(_ text: Text, elsewhere: Message) -> Diagnostic {
        Diagnostic(
            .aggregateNotAllowed, "'\(text)' is not an aggregate", at: text.span,
            help: "wrap it, as in 'any_value(\(text))', or \(elsewhere)")
    }

    static func joinType(_ key: Text, left: DataType, right: DataType) -> Diagnostic {
        Diagnostic(
            .joinType, "'\(key.string)' is \(left) here and \(right) in the other dataset", at: key.span,
            help: "cast one of them before the join")
    }

    static func sharedJoinColumns(_ names: [String], at other: Text) -> Diagnostic {
        Diagnostic(
            .duplicateOutput, "both sides of the join have \(names.map { "'\($0)'" }.joined(separator: ", "))",
            at: other.span,
            help: "say which columns to take with 'columns: [...]'")
    }

    static func unionMismatch(_ name: Text, missing: [String], extra: [String]) -> Diagnostic {
        let parts: [Message?] = [
            missing.isEmpty ? nil : "it lacks \(missing.map { "'\($0)'" }.joined(separator: ", "))",
            extra.isEmpty ? nil : "it also has \(extra.map { "'\($0)'" }.joined(separator: ", "))",
        ]
        return Diagnostic(
            .outputMismatch, "'\(name.string)' has other columns than the input", at: name.span,
            help: parts.compactMap(\.self).joined(separator: "; "))
    }

    static func unionType(_ name: Text, column: String, ours: DataType, theirs: DataType) -> Diagnostic {
        Diagnostic(
            .outputMismatch, "column '\(column)' is \(ours) in the input and \(theirs) in '\(name.string)'",
            at: name.span,
            help: "cast one of them before the union")
    }
}
