/// How a CSV file is written. Lines end in a line feed; quotes follow RFC 4180 and stand only where they must.
package struct CSVDialect: Hashable, Sendable {
    /// One ASCII character.
    package var delimiter: UInt8
    package var hasHeader: Bool
    /// What stands for no value. A text that reads the same is quoted, so the two stay apart.
    package var null: String

    package init(delimiter: UInt8 = UInt8(ascii: ","), hasHeader: Bool = true, null: String = "") {
        self.delimiter = delimiter
        self.hasHeader = hasHeader
        self.null = null
    }

    /// The header line; empty where there is none.
    func header(_ names: [String]) -> [UInt8] {
        guard hasHeader else { return [] }
        var line: [UInt8] = []
        for (index, name) in names.enumerated() {
            if index > 0 { line.append(delimiter) }
            let bytes = Array(name.utf8)
            if mustQuote(bytes) {
                line += [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
            } else {
                line += bytes
            }
        }
        return line + [UInt8(ascii: "\n")]
    }

    /// No text made of these bytes alone needs quotes, unless it is empty or the null token.
    func isPlain(_ alphabet: Set<UInt8>) -> Bool { alphabet.isDisjoint(with: [delimiter, quote, 10, 13]) }

    func mustQuote(_ text: [UInt8]) -> Bool { !isPlain(Set(text)) || text.elementsEqual(null.utf8) }
}

let quote = UInt8(ascii: "\"")
