/// Findings collected while reading a project: all of them, not the first.
package struct Diagnostics: Sendable {
    package private(set) var items: [Diagnostic] = []

    package init() {}

    package init(_ items: [Diagnostic]) {
        for item in items { report(item) }
    }

    package var hasErrors: Bool { items.contains { $0.severity == .error } }

    /// The same finding reported by two passes counts once.
    package mutating func report(_ diagnostic: Diagnostic) {
        guard seen.insert(diagnostic).inserted else { return }
        items.append(diagnostic)
    }

    package mutating func report(contentsOf other: Diagnostics) {
        for item in other.items { report(item) }
    }

    /// By file, place and code, so that two runs over the same files print the same bytes.
    package var sorted: [Diagnostic] {
        items.sorted {
            $0.span != $1.span ? $0.span < $1.span : ($0.rule.code, $0.message.description) < ($1.rule.code, $1.message.description)
        }
    }

    private var seen: Set<Diagnostic> = []
}
