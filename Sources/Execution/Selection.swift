import Reporting

/// Tasks chosen with graph operators: what `--select` says.
///
/// A selector is a name, with how far to go against and along the arrows: `+load.orders` (and all it needs),
/// `transform.orders+` (and all behind it), `2+x`, `x+1`, `+x+`. A name is a task (`ingest.orders`), a dataset
/// (`orders`: every task whose name ends in it), a glob (`*.orders`, `?`), `tag:nightly` or `group:load` (globs too).
/// Selectors side by side, or in several texts, add up; joined by a comma they narrow: `group:load,tag:nightly`.
package struct Selection: Sendable, Hashable {
    private let selectors: [String]
    private let excluded: [String]

    /// No selector chooses every task.
    package init(_ selectors: [String], excluding excluded: [String] = []) {
        self.selectors = selectors.flatMap(Self.separated)
        self.excluded = excluded.flatMap(Self.separated)
    }

    /// Names of the chosen tasks. A selector that names nothing is an error: a typo must not mean "nothing to do".
    package func tasks(in graph: TaskGraph) throws(SelectionError) -> Set<TaskID> {
        let chosen =
            selectors.isEmpty
            ? Set(graph.tasks.indices) : try Self.allMatches(of: selectors, in: graph)
        let left = chosen.subtracting(try Self.allMatches(of: excluded, in: graph))
        return Set(left.map { graph.tasks[$0].id })
    }

    private static func separated(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func allMatches(of selectors: [String], in graph: TaskGraph) throws(SelectionError) -> Set<Int> {
        var found: Set<Int> = []
        for selector in selectors { found.formUnion(try intersection(selector, in: graph)) }
        return found
    }

    private static func intersection(_ selector: String, in graph: TaskGraph) throws(SelectionError) -> Set<Int> {
        let terms = selector.split(separator: ",", omittingEmptySubsequences: false)
        let found = try terms.map { term throws(SelectionError) in
            try SelectionTerm(String(term), of: selector).tasks(in: graph)
        }
        return found.dropFirst().reduce(found[0]) { $0.intersection($1) }  // a text has at least one part
    }
}

/// A selector that means nothing here. A matter of usage: exit code 2.
package enum SelectionError: Error, Sendable, Hashable, CustomStringConvertible {
    case malformed(selector: String)
    case unknown(name: String, closest: String?)

    package var description: String {
        switch self {
        case .malformed(let selector):
            "cannot read the selector '\(selector)'; write 'name', '+name', 'name+', '2+name', 'tag:x' or 'group:x'"
        case .unknown(let name, let closest):
            "no task matches '\(name)'\(closest.enclosed(by: "; did you mean '", and: "'?"))"
        }
    }
}
