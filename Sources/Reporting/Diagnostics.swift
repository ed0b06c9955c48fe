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
        items.sorted { $0.comesBefore($1) }
    }

    private var seen: Set<Diagnostic> = []
}

extension Diagnostic {
    /// The order of reports: by file, place and code.
    package func comesBefore(_ other: Diagnostic) -> Bool {
        span != other.span
            ? span < other.span : (rule.code, message.description) < (other.rule.code, other.message.description)
    }
}
