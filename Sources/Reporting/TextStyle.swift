/// How text for people is drawn.
package struct TextStyle: Sendable {
    /// Adds colour; every word and mark is there without it too.
    package var isColoured: Bool
    /// Writes source characters outside ASCII by their code point.
    package var isASCII: Bool
    /// Columns of the terminal: longer source lines are cut around the span.
    package var width: Int

    package init(isColoured: Bool = false, isASCII: Bool = false, width: Int = 120) {
        self.isColoured = isColoured
        self.isASCII = isASCII
        self.width = width
    }

    package enum Colour: String, Sendable {
        case red = "1;31"
        case yellow = "1;33"
        case cyan = "1;36"
        case blue = "1;34"
        case green = "1;32"
        case bold = "1"
        case dim = "2"
    }

    package func painted(_ text: String, _ colour: Colour) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    package var ellipsis: String { isASCII ? "..." : "…" }
}
