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
        guard let name = path.first, matchesName(first[...], name[...]) else { return false }
        return matchesParts(pattern.dropFirst(), path.dropFirst())
    }

    private func matchesName(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
        // The last star is tried again, one character further each time: linear in star and name.
        var (pattern, name) = (pattern, name)
        var retry: (pattern: ArraySlice<Character>, name: ArraySlice<Character>)?
        while true {
            if pattern.first == "*" {
                pattern = pattern.dropFirst()
                retry = (pattern, name)
            } else if let wanted = pattern.first, let letter = name.first, wanted == "?" || wanted == letter {
                (pattern, name) = (pattern.dropFirst(), name.dropFirst())
            } else if pattern.isEmpty, name.isEmpty {
                return true
            } else if let last = retry, !last.name.isEmpty {
                (pattern, name) = (last.pattern, last.name.dropFirst())
                retry = (pattern, name)
            } else {
                return false
            }
        }
    }
}
