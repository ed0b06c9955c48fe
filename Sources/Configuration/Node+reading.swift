import Reporting

extension Node {
    static func null(at span: Span) -> Node { Node(.scalar(Scalar("", places: TextPlaces(span: span))), at: span) }

    static func broken(at span: Span) -> Node {
        Node(.scalar(Scalar("", places: TextPlaces(span: span))), at: span, isBroken: true)
    }
}

extension [UInt8] {
    /// Where a value starts after its anchor and tag, and what blanks and comments follow them.
    func contentStart(from start: Int, to end: Int) -> Int {
        var at = start
        while at < end, self[at] == UInt8(ascii: "&") || self[at] == UInt8(ascii: "!") {
            while at < end, self[at] > UInt8(ascii: " ") { at += 1 }
            while at < end {
                if self[at] == UInt8(ascii: "#") {
                    while at < end, self[at] != UInt8(ascii: "\n") { at += 1 }
                } else if self[at] <= UInt8(ascii: " ") {
                    at += 1
                } else {
                    break
                }
            }
        }
        return at
    }
}
