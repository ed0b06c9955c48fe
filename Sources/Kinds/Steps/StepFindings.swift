import Configuration
import Expressions
package import Reporting

extension Rule {
    package static let unknownType = Rule(
        "EST3001", "unknown-type", summary: "The name of a type is not one of the language's.",
        explanation: """
            Types are boolean, int, bigint, double, decimal(p,s), string, date, timestamp, timestamptz, uuid, binary, json \
            and list<T>. Decimals need a precision of 1 to 38 and a scale not above it.
            """,
        bad: "columns:\n  price: {type: decmal(12,2)}", good: "columns:\n  price: {type: decimal(12,2)}")
    package static let duplicateOutput = Rule(
        "EST4007", "duplicate-output", summary: "Two columns of a result would have the same name.",
        explanation: """
            A dataset's columns are told apart by name, in files, in the warehouse and in expressions. Rename or drop one \
            of the two before this step.
            """,
        bad: "- rename: {state: city}", good: "- drop: city\n- rename: {city: state}")
    package static let joinType = Rule(
        "EST4013", "join-type", summary: "Join keys have types that cannot be equal.",
        explanation: "Rows would never match, or only after a hidden conversion. Cast one side before the join.",
        bad: "- join: {with: users, on: user_id}   # string here, int there",
        good: "- cast: {user_id: string}\n- join: {with: users, on: user_id}")
    package static let outputMismatch = Rule(
        "EST4006", "output-mismatch", summary: "The columns of two results that must agree do not.",
        explanation: "Columns are matched by name. Select, rename or cast until both sides have the same columns and types.")
    package static let sqlRefused = Rule(
        "EST4002", "unknown-relation", summary: "The engine cannot bind a query.",
        explanation: """
            The query was given to the engine with empty tables of the right columns, and refused. It may only read its \
            `input` and the datasets named under `inputs`.
            """)
    package static let columnsUnknownOffline = Rule(
        "EST9011", "rule-not-run", summary: "Something could not be checked because what it needs is missing.",
        explanation: "The finding says what is missing. Nothing is assumed to be right that was not looked at.")
}

extension Diagnostic {
    static func duplicateColumn(_ name: Text, note: String) -> Diagnostic {
        Diagnostic(.duplicateOutput, "two columns would be named '\(name.string)'", at: name.span, help: note)
    }

    static func unknownType(_ type: Text) -> Diagnostic {
        let names = ["boolean", "int", "bigint", "double", "decimal", "string", "date", "timestamp", "timestamptz", "uuid", "binary", "json"]
        let stem = String(type.string.prefix { $0 != "(" && $0 != "<" })
        let help =
            if stem == "decimal" {
                "a decimal has a precision of 1 to 38 and a scale up to it, as in decimal(12,2)"
            } else {
                closestName(to: stem, among: names).map { "did you mean '\($0)'?" }
                    ?? "types: \(names.joined(separator: ", ")), list<T>"
            }
        return Diagnostic(.unknownType, "no type named '\(type)'", at: type.span, help: help)
    }

    /// - Parameter elsewhere: where an expression that is none belongs.
    static func notAnAggregate(_ text: Text, elsewhere: String) -> Diagnostic {
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
            .duplicateOutput, "both sides of the join have \(names.map { "'\($0)'" }.joined(separator: ", "))", at: other.span,
            help: "say which columns to take with 'columns: [...]'")
    }

    static func unionMismatch(_ name: Text, missing: [String], extra: [String]) -> Diagnostic {
        let parts = [
            missing.isEmpty ? nil : "it lacks \(missing.map { "'\($0)'" }.joined(separator: ", "))",
            extra.isEmpty ? nil : "it also has \(extra.map { "'\($0)'" }.joined(separator: ", "))",
        ]
        return Diagnostic(
            .outputMismatch, "'\(name.string)' has other columns than the input", at: name.span,
            help: parts.compactMap(\.self).joined(separator: "; "))
    }

    static func unionType(_ name: Text, column: String, ours: DataType, theirs: DataType) -> Diagnostic {
        Diagnostic(
            .outputMismatch, "column '\(column)' is \(ours) in the input and \(theirs) in '\(name.string)'", at: name.span,
            help: "cast one of them before the union")
    }
}
