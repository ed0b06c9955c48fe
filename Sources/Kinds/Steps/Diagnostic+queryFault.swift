import Configuration
import Expressions
import Reporting

extension Diagnostic {
    /// Why an engine refused a query, at the name that the refusal is about.
    ///
    /// - Parameters:
    ///   - inputs: names that the query may read, with their datasets.
    ///   - datasets: names of all that the pipeline has.
    static func refused(
        _ query: Text, _ fault: QueryFault, inputs: [String: String], datasets: Set<String>
    ) -> Diagnostic {
        let tokens = sqlTokens(of: query.string)
        if let outside = fault.outside { return .outside(outside, query, tokens) }
        if fault.isAtEnd(of: query.string) {
            return Diagnostic(
                .expressionSyntax, "the query ends too early",
                at: tokens.last.map { query.span(of: $0.range) } ?? query.span)
        }
        let subject = fault.missingTable ?? fault.subject
        let places = ranges(of: subject, in: tokens)
        let place = nearest(places, to: fault.place, in: query.string)
        let closest = closestOffer(fault, inputs)
        return Diagnostic(
            fault.rule,
            "the engine refuses this query: \(fault.reason)",
            at: place.map { query.span(of: $0) } ?? query.span,
            help: help(fault, closest, inputs, datasets),
            fix: respelling(in: query, places, subject, closest)
        )
    }

    private static func outside(_ outside: QueryFault.Outside, _ query: Text, _ tokens: [SQLToken]) -> Diagnostic {
        switch outside {
        case .file(let path):
            let token = tokens.first { $0.kind == .text && $0.text == path }
            return Diagnostic(
                .sqlRefused, "the query reads '\(path)', which is no dataset",
                at: token.map { query.span(of: $0.range) } ?? query.span,
                help: "declare it under 'sources:' and name it under 'inputs:'; or declare the query's 'columns:'")
        case .extension(let name):
            return Diagnostic(
                .sqlRefused, "the query needs the engine's extension '\(name)', and none is loaded to bind it",
                at: query.span, help: "declare the query's 'columns:'")
        }
    }

    /// Where a name stands, dotted or not.
    private static func ranges(of name: String?, in tokens: [SQLToken]) -> [Range<Int>] {
        guard let name else { return [] }
        let parts = name.split(separator: ".")
        if parts.count == 2, tokens.count > 2 {
            let dotted = (2..<tokens.count).filter { last in
                tokens[last - 1].isMark(".") && tokens[last - 2].isNamed(parts[0]) && tokens[last].isNamed(parts[1])
            }
            if !dotted.isEmpty { return dotted.map { tokens[$0 - 2].range.lowerBound..<tokens[$0].range.upperBound } }
        }
        return tokens.filter { $0.isNamed(name) }.map(\.range)
    }

    /// The one that the engine points at, or else the first.
    private static func nearest(_ ranges: [Range<Int>], to place: QueryFault.Place?, in query: String) -> Range<Int>? {
        guard let offset = place?.offset(in: query) else { return ranges.first }
        return ranges.min { abs($0.lowerBound - offset) < abs($1.lowerBound - offset) }
    }

    private static func closestOffer(_ fault: QueryFault, _ inputs: [String: String]) -> String? {
        if let table = fault.missingTable { return closestName(to: table, among: fault.offered + inputs.keys) }
        guard let subject = fault.subject else { return nil }
        if fault.rule == .unknownFunction, let synonym = functionSynonyms[subject.lowercased()] { return synonym }
        return closestName(to: subject, among: fault.offered)
    }

    private static func help(
        _ fault: QueryFault, _ closest: String?, _ inputs: [String: String], _ datasets: Set<String>
    ) -> Message? {
        if let table = fault.missingTable {
            return tableHelp(table, closest, inputs, datasets)
        }
        if let closest { return "did you mean '\(closest)'?" }
        // The names it offers are not near, and of functions it would list every signature.
        return fault.hint.flatMap {
            $0.hasPrefix("Did you mean") || $0.hasPrefix("Candidate functions") ? nil : Message($0)
        }
    }

    private static func tableHelp(
        _ table: String, _ closest: String?, _ inputs: [String: String], _ datasets: Set<String>
    ) -> Message {
        if let name = inputs.keys.sorted().first(where: { inputs[$0] == table }) {
            return "write '\(name)', its name in the query"
        }
        let inputName = { (dataset: String) in dataset.split(separator: ".").last.map(String.init) ?? dataset }
        if datasets.contains(table) { return "declare it under 'inputs: {\(inputName(table)): \(table)}'" }
        if let closest { return "did you mean '\(closest)'?" }
        if let dataset = closestName(to: table, among: datasets) {
            return "did you mean '\(dataset)'? declare it under 'inputs: {\(inputName(dataset)): \(dataset)}'"
        }
        return "the query's inputs: \(inputs.keys.sorted().joined(separator: ", "))"
    }

    /// Where the name stands once, and is near one that the engine knows.
    private static func respelling(
        in query: Text, _ places: [Range<Int>], _ name: String?, _ closest: String?
    ) -> Fix? {
        // Quoted names are longer than what they name.
        guard let name, let closest, isName(closest), places.count == 1, places[0].count == name.utf8.count else {
            return nil
        }
        return query.fix(.unsafe, "replace '\(name)' by '\(closest)'", replacing: places[0], by: closest)
    }
}

extension SQLToken {
    /// Words are kept in small letters, and engines tell names as they are written.
    fileprivate func isNamed(_ name: some StringProtocol) -> Bool { text == name || text == name.lowercased() }
}

extension QueryFault {
    /// Whether it points behind the query, at the bracket that it was put into.
    fileprivate func isAtEnd(of query: String) -> Bool {
        guard let place, subject == ")" else { return false }
        return place.line > query.split(separator: "\n", omittingEmptySubsequences: false).count
    }
}

extension QueryFault.Place {
    /// In UTF-8 bytes; nil where the query has no such line.
    fileprivate func offset(in query: String) -> Int? {
        let lines = query.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return nil }
        return lines[..<(line - 1)].reduce(0) { $0 + $1.utf8.count + 1 } + (column ?? 1) - 1
    }
}
