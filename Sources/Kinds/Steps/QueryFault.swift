import Expressions
import Reporting

/// Why an engine refused a query, in its words.
package struct QueryFault: Error, Hashable, Sendable {
    package var message: String
    /// Names it knows that are near.
    package var hint: String?
    package var place: Place?

    /// Where it points in the query, both from 1; of what it shows in part it tells the line alone.
    package struct Place: Hashable, Sendable {
        package var line: Int
        package var column: Int?

        package init(line: Int, column: Int?) {
            self.line = line
            self.column = column
        }
    }

    package init(_ message: String, hint: String? = nil, at place: Place? = nil) {
        self.message = message
        self.hint = hint
        self.place = place
    }
}

extension QueryFault {
    /// What a query reads beside its inputs; binding opens none of it.
    enum Outside: Hashable {
        case file(String)
        case `extension`(String)
    }

    var outside: Outside? {
        if let match = message.firstMatch(of: #/^Permission Error: Cannot access \w+ "([^"]*)"/#) {
            return .file(String(match.1))
        }
        if message.hasPrefix("Extension Autoloading Error") {
            return message.firstMatch(of: #/extension '([^']+)'/#).map { .extension(String($0.1)) }
        }
        return nil
    }

    /// The rule that the refusal comes from.
    var rule: Rule {
        if message.hasPrefix("Parser Error") { return .expressionSyntax }
        if message.hasPrefix("Conversion Error") { return .typeMismatch }
        return Self.rules.first { message.contains($0.said) }?.rule ?? .sqlRefused
    }

    private static let rules: [(said: String, rule: Rule)] = [
        ("Ambiguous reference", .ambiguousColumn), ("Referenced column", .unknownColumn),
        ("does not have a column", .unknownColumn), ("Function with name", .unknownFunction),
        ("No function matches", .argumentType), ("Cannot compare values", .typeMismatch),
        ("Cannot mix values", .typeMismatch), ("cannot contain aggregates", .aggregateNotAllowed),
        ("must appear in the GROUP BY", .aggregateNotAllowed),
    ]

    /// The table that it does not know, as it is written in the query.
    var missingTable: String? {
        message.firstMatch(of: #/Table with name "?(.+?)"? does not exist/#).map { String($0.1) }
    }

    /// The name that it is about.
    var subject: String? {
        if let match = message.firstMatch(of: #/argument types '([^'(]+)\(/#) { return String(match.1) }
        if let match = message.firstMatch(of: #/with name "?([^"\s]+)"? (?:does not exist|is not in)/#) {
            return String(match.1)
        }
        return message.quoted.first
    }

    /// Names that the engine offers in place of it, near or not.
    var offered: [String] { hint?.quoted ?? [] }

    /// Without the kind of error, and the place in the statement that the query was put into.
    var reason: String {
        message.replacing(#/^[A-Z][A-Za-z ]* Error: /#, with: "").replacing(#/ \(line \d+(, column \d+)?\)$/#, with: "")
    }
}

extension String {
    /// What stands in double quotes; of a dotted name the last part.
    fileprivate var quoted: [String] {
        matches(of: #/"([^"]+)"/#).map { match in String(match.1.split(separator: ".").last ?? match.1) }
    }
}
