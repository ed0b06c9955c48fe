import Configuration
import Expressions
import Reporting

extension Diagnostic {
    /// Why an engine refused a query, as the rule that the refusal comes from, at the name it is about.
    static func refused(_ query: Text, _ fault: QueryFault) -> Diagnostic {
        let message = fault.message.withoutKind
        let about = fault.message.quoted.first
        let places = sqlTokens(of: query.string).filter { $0.text == about?.lowercased() || $0.text == about }
        let rule = fault.rule
        let place = places.first.map { query.span(of: $0.range) } ?? query.span
        let candidates = [fault.hint].compactMap(\.self).flatMap(\.quoted)
        let closest =
            about.flatMap { closestName(to: $0, among: candidates) } ?? (candidates.count == 1 ? candidates[0] : nil)
        return Diagnostic(
            rule,
            "the engine refuses this query: \(message)",
            at: place,
            help: closest.map { "did you mean '\($0)'?" } ?? fault.hint.map { Message($0) },
            fix: respelling(in: query, places, about, closest)
        )
    }

    /// Where the name stands once, and is near one that the engine knows.
    private static func respelling(in query: Text, _ places: [SQLToken], _ name: String?, _ closest: String?) -> Fix? {
        guard let name, let closest, isName(closest), places.count == 1, places[0].kind == .word else { return nil }
        return query.fix(.unsafe, "replace '\(name)' by '\(closest)'", replacing: places[0].range, by: closest)
    }
}

extension QueryFault {
    fileprivate var rule: Rule {
        if message.hasPrefix("Parser Error") { return .expressionSyntax }
        if message.contains("Ambiguous reference") { return .ambiguousColumn }
        if message.contains("Referenced column") || message.contains("does not have a column") { return .unknownColumn }
        return .sqlRefused
    }
}

extension String {
    /// What stands in double quotes, or after `with name`.
    fileprivate var quoted: [String] {
        if let match = firstMatch(of: #/with name (\S+) does not exist/#) { return [String(match.1)] }
        return matches(of: #/"([^"]+)"/#).map { match in String(match.1.split(separator: ".").last ?? match.1) }
    }

    /// Without the kind of error, and the place in the statement that the query was put into.
    fileprivate var withoutKind: String {
        replacing(#/^[A-Z][A-Za-z ]* Error: /#, with: "").replacing(#/ \(line \d+(, column \d+)?\)$/#, with: "")
    }
}
