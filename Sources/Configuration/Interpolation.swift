import Reporting

/// A text taken apart at its `${…}` and `$$`. Ranges are UTF-8 offsets in the text.
struct Interpolation {
    enum Part {
        case literal(Range<Int>)
        /// `$$`, which stands for one `$`.
        case dollar(Range<Int>)
        case reference(Reference, Range<Int>)
    }

    struct Reference: Hashable {
        /// The full name: `params.date`.
        let name: String
        /// After `:-`.
        let fallback: String?
        /// After `:`, for dates.
        let format: String?
    }

    struct Problem: Error {
        let message: Message
        let range: Range<Int>
        let help: Message
    }

    private(set) var parts: [Part] = []

    init(_ text: String) throws(Problem) {
        let bytes = Array(text.utf8)
        var at = 0
        var literal = 0
        while let dollar = bytes[at...].firstIndex(of: UInt8(ascii: "$")) {
            at = dollar + 1
            guard at < bytes.count else { break }
            if bytes[at] == UInt8(ascii: "$") {
                addLiteral(literal..<dollar)
                parts.append(.dollar(dollar..<dollar + 2))
                at += 1
                literal = at
            } else if bytes[at] == UInt8(ascii: "{") {
                addLiteral(literal..<dollar)
                at = try addReference(from: dollar, in: bytes)
                literal = at
            }
        }
        addLiteral(literal..<bytes.count)
    }

    /// The only reference, when the text is nothing else.
    var whole: Reference? {
        guard parts.count == 1, case .reference(let reference, _) = parts[0] else { return nil }
        return reference
    }

    private mutating func addLiteral(_ range: Range<Int>) {
        if !range.isEmpty { parts.append(.literal(range)) }
    }

    /// Where the text goes on after the reference that starts at `start`.
    private mutating func addReference(from start: Int, in bytes: [UInt8]) throws(Problem) -> Int {
        guard let close = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else {
            throw Problem(
                message: "'${' is never closed",
                range: start..<start + 2,
                help: "close it with '}', or write '$$' for a '$'"
            )
        }
        let inside = bytes[start + 2..<close]
        let name = inside.prefix { $0 != UInt8(ascii: ":") }
        let rest = inside.dropFirst(name.count + 1)
        let written = String(decoding: name, as: UTF8.self)
        guard Self.isName(name) else {
            throw Problem(
                message: name.isEmpty ? "'${}' names nothing" : "'\(written)' is not a variable name",
                range: start..<close + 1,
                help: "write '${params.name}', or '$$' for a '$'"
            )
        }
        let isFallback = rest.first == UInt8(ascii: "-")
        let hasRest = name.count < inside.count
        let text = String(decoding: isFallback ? rest.dropFirst() : rest, as: UTF8.self)
        guard !text.contains("${") else {
            throw Problem(
                message: "'${' inside the default of another",
                range: start..<close + 1,
                help: "a default is plain text"
            )
        }
        let reference = Reference(
            name: written,
            fallback: hasRest && isFallback ? text : nil,
            format: hasRest && !isFallback ? text : nil
        )
        parts.append(.reference(reference, start..<close + 1))
        return close + 1
    }

    /// Words of letters, digits, `_` and `-` with `.` between them.
    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { word in
            guard let first = word.first, isLetter(first) else { return false }
            return word.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
}

/// The full names that the texts of a tree use in `${…}`; what cannot be read is left out.
package func interpolatedNames(in node: Node) -> Set<String> {
    switch node.content {
    case .sequence(let items): items.reduce(into: []) { $0.formUnion(interpolatedNames(in: $1)) }
    case .mapping(let entries): entries.reduce(into: []) { $0.formUnion(interpolatedNames(in: $1.value)) }
    case .scalar(let scalar): scalar.text.contains("${") ? interpolatedNames(in: scalar.text) : []
    }
}

private func interpolatedNames(in text: String) -> Set<String> {
    do throws(Interpolation.Problem) {
        return Set(
            try Interpolation(text).parts.compactMap { part in
                if case .reference(let reference, _) = part { reference.name } else { nil }
            }
        )
    } catch {
        return []
    }
}
