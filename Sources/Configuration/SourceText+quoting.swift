import Reporting

extension SourceText {
    /// Puts the unquoted value around a template in quotes; nil where it is not certain what the value is.
    ///
    /// - Parameter isInside: the value stands in braces or brackets, which end it.
    func quoting(template range: Range<Int>, isInside: Bool) -> Fix? {
        guard let start = isInside ? valueStart(before: range.lowerBound) : range.lowerBound else { return nil }
        let end = valueEnd(after: range.upperBound, isInside: isInside)
        let text = String(decoding: utf8[start..<end], as: UTF8.self)
        guard !text.contains("\\"), !text.contains("\n"), let quote = ["\"", "'"].first(where: { !text.contains($0) })
        else {
            return nil
        }
        let edit = TextEdit(file: path, range: start..<end, replacement: "\(quote)\(text)\(quote)")
        return Fix(.safe, "quote the value", [edit])
    }

    /// Behind the `,`, `[`, `{` or `: ` before the value; nil where the line begins before any of them.
    private func valueStart(before offset: Int) -> Int? {
        var at = offset
        while at > 0, utf8[at - 1] != UInt8(ascii: "\n") {
            if ",[{".utf8.contains(utf8[at - 1]) { return skippingBlanks(from: at) }
            if at > 1, utf8[at - 1] == UInt8(ascii: " "), ":-?".utf8.contains(utf8[at - 2]) { return at }
            at -= 1
        }
        return nil
    }

    private func valueEnd(after offset: Int, isInside: Bool) -> Int {
        var at = offset
        var open = 0
        while at < utf8.count, utf8[at] != UInt8(ascii: "\n"), utf8[at] != UInt8(ascii: "\r") {
            let byte = utf8[at]
            if byte == UInt8(ascii: "#"), utf8[at - 1] == UInt8(ascii: " ") { break }
            if byte == UInt8(ascii: "{"), utf8[at - 1] == UInt8(ascii: "$") {
                open += 1
            } else if open > 0, byte == UInt8(ascii: "}") {
                open -= 1
            } else if isInside, open == 0, ",]}".utf8.contains(byte) {
                break
            }
            at += 1
        }
        return max(offset, blanksStart(before: at))
    }
}
