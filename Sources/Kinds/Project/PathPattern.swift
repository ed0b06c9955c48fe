import Reporting

/// A pattern of paths: `*` and `?` stay within a folder, `**` crosses folders.
package struct PathPattern: Hashable, Sendable {
    private let parts: [[Character]]

    package init(_ pattern: String) {
        parts = pattern.split(separator: "/").map(Array.init)
    }

    package func matches(_ path: String) -> Bool {
        matchesParts(parts[...], path.split(separator: "/").map(Array.init)[...])
    }

    private func matchesParts(_ pattern: ArraySlice<[Character]>, _ path: ArraySlice<[Character]>) -> Bool {
        guard let first = pattern.first else { return path.isEmpty }
        if first == ["*", "*"] {
            return (path.startIndex...path.endIndex).contains { matchesParts(pattern.dropFirst(), path[$0...]) }
        }
        guard let name = path.first, matchesWildcards(name[...], first[...], many: "*", one: "?") else { return false }
        return matchesParts(pattern.dropFirst(), path.dropFirst())
    }
}
