import Expressions
import Reporting

/// An address at a domain reserved for examples (RFC 2606), made from a column with a name.
package struct EmailColumn: ColumnGenerator {
    package var from: String
    /// The row's number stands after the name, so that no address is there twice.
    package var isUnique: Bool

    package init(from: String, isUnique: Bool = false) {
        self.from = from
        self.isUnique = isUnique
    }

    package static let domains = ["example.com", "example.org", "example.net"]

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let name = try scope.column(from)
        guard name.type == .string else { throw .type(column: from, found: name.type, needed: "text") }
        let domains = Lexicon(Self.domains)
        let isUnique = isUnique
        return GeneratedColumn(.string, isNullable: name.isNullable) { frame, stream in
            let names = frame.vector(name.place)
            let cells = names.texts
            var texts = Texts(capacity: frame.rows.count)
            for (place, row) in frame.rows.enumerated() {
                texts.add(mailbox: cells[place])
                if isUnique { texts.add(String(row + 1).utf8) }
                texts.add(UInt8(ascii: "@"))
                texts.add(domains[Int(stream.number(below: UInt64(domains.count), at: row))])
                texts.close()
            }
            return Vector(.string, .texts(texts), nulls: names.nulls)
        }
    }
}

extension Texts {
    /// First and last word in small letters without accents, joined by a point; `user` where nothing is left.
    fileprivate mutating func add(mailbox name: ArraySlice<UInt8>) {
        let words = name.split(separator: UInt8(ascii: " ")).map(plainLetters).filter { !$0.isEmpty }
        guard let first = words.first, let last = words.last else { return add("user".utf8) }
        add(first)
        guard words.count > 1 else { return }
        add(UInt8(ascii: "."))
        add(last)
    }
}

/// ASCII letters and digits of a UTF-8 text, small, with the accents of Latin-1 letters taken off; the rest is dropped.
private func plainLetters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    var isAfterC3 = false
    for byte in text {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte + 32)
        case 0x80...0xBF where isAfterC3: if let plain = latinLetters[Int(byte & 0x1F)] { letters.append(plain) }
        default: break
        }
        isAfterC3 = byte == 0xC3
    }
    return letters
}

/// U+00E0 to U+00FF, and U+00C0 to U+00DF which differ from them in one bit.
private let latinLetters: [UInt8?] = "aaaaaaaceeeeiiii-nooooo-ouuuuy-y".utf8.map { $0 == UInt8(ascii: "-") ? nil : $0 }
