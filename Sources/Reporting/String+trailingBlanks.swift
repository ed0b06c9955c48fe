extension String {
    /// Without the spaces at its end. By bytes: a table of a thousand rows is trimmed a thousand times.
    package var withoutTrailingBlanks: String {
        guard let last = utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
        return String(self[..<utf8.index(after: last)])
    }
}
