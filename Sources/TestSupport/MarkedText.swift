package import Reporting

/// A text in which keycap digits (1️⃣ to 9️⃣) mark places; `text` is what is left without them.
///
/// A span's marker stands before its first character. Its end is the next place of the same marker,
/// if there is one: `from: 1️⃣ordres1️⃣`.
package struct MarkedText: Sendable {
    package let text: String
    /// UTF-8 offsets in `text` of each marker's places, in order.
    package let places: [Character: [Int]]
    package let source: SourceText

    package init(_ marked: String, path: String = "test.yaml") {
        (text, places) = extractMarkers(marked)
        source = SourceText(path: path, text: text)
    }

    /// The span between a marker's two places, or the empty span at its only one; `nil` without the marker.
    package func span(_ marker: Character) -> Span? {
        guard let found = places[marker], let start = found.first else { return nil }
        return source.span(start..<(found.count > 1 ? found[1] : start))
    }

    /// The marker whose first place is this offset.
    package func marker(at offset: Int) -> Character? {
        places.filter { $0.value.first == offset }.keys.min()
    }
}

/// The text without its markers, and the UTF-8 offsets at which each marker stood.
package func extractMarkers(_ marked: String) -> (text: String, places: [Character: [Int]]) {
    var text = ""
    var places: [Character: [Int]] = [:]
    for character in marked {
        if isMarker(character) {
            places[character, default: []].append(text.utf8.count)
        } else {
            text.append(character)
        }
    }
    return (text, places)
}

/// A digit, the emoji variation selector and the enclosing keycap.
private func isMarker(_ character: Character) -> Bool {
    let scalars = Array(character.unicodeScalars)
    return scalars.count == 3 && ("0"..."9").contains(scalars[0]) && scalars[1].value == 0xFE0F
        && scalars[2].value == 0x20E3
}
