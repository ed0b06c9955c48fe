import Reporting

/// The bytes that libyaml is given, and the way back from its character counts to offsets in the file.
///
/// JSON is given as the YAML it nearly is: tabs between values become spaces, and a pair of surrogate escapes
/// becomes the one escape that libyaml knows.
struct YAMLInput {
    let bytes: [UInt8]
    /// Offset in the file of each character of `bytes`, and of their end; nil when the two are the same.
    private let offsets: [Int32]?

    init(_ source: SourceText) {
        let utf8 = source.utf8
        let start = utf8.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        if source.path.hasSuffix(".json") {
            (bytes, offsets) = Self.adapted(utf8, from: start)
        } else if start == 0, utf8.allSatisfy({ $0 < 0x80 }) {
            (bytes, offsets) = (utf8, nil)
        } else {
            var characters: [Int32] = []
            characters.reserveCapacity(utf8.count - start + 1)
            for offset in start..<utf8.count where utf8[offset] & 0xC0 != 0x80 { characters.append(Int32(offset)) }
            characters.append(Int32(utf8.count))
            (bytes, offsets) = (Array(utf8[start...]), characters)
        }
    }

    /// The offset in the file of the character that libyaml counts as `index`.
    func offset(of index: Int) -> Int {
        guard let offsets else { return min(index, bytes.count) }
        return Int(offsets[min(index, offsets.count - 1)])
    }

    private static func adapted(_ utf8: [UInt8], from start: Int) -> ([UInt8], [Int32]) {
        var bytes: [UInt8] = []
        var offsets: [Int32] = []
        bytes.reserveCapacity(utf8.count)
        offsets.reserveCapacity(utf8.count + 1)
        var isInString = false
        var at = start
        while at < utf8.count {
            let byte = utf8[at]
            if isInString, byte == UInt8(ascii: "\\") {
                if let pair = SurrogatePair(utf8, at: at) {
                    for written in pair.escape {
                        offsets.append(Int32(at))
                        bytes.append(written)
                    }
                    at += SurrogatePair.length
                    continue
                }
                bytes.append(byte)
                offsets.append(Int32(at))
                at += 1
                guard at < utf8.count else { break }
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            }
            let written = utf8[at]
            if written & 0xC0 != 0x80 { offsets.append(Int32(at)) }
            bytes.append(written == UInt8(ascii: "\t") && !isInString ? UInt8(ascii: " ") : written)
            at += 1
        }
        offsets.append(Int32(utf8.count))
        return (bytes, offsets)
    }
}

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// `\ud83d\ude00`: how JSON writes a character above U+FFFF.
struct SurrogatePair {
    static let length = 12

    let scalar: Unicode.Scalar

    init?(_ utf8: [UInt8], at start: Int) {
        let bytes = Array(utf8[start..<min(utf8.count, start + Self.length)])
        guard let high = Self.codeUnit(bytes, at: 0), let low = Self.codeUnit(bytes, at: 6),
            UTF16.isLeadSurrogate(high), UTF16.isTrailSurrogate(low)
        else { return nil }
        let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        guard let scalar = Unicode.Scalar(value) else { return nil }
        self.scalar = scalar
    }

    /// As YAML writes it: `\U0001f600`.
    var escape: [UInt8] {
        let digits = String(scalar.value, radix: 16)
        return Array("\\U\(String(repeating: "0", count: 8 - digits.count))\(digits)".utf8)
    }

    private static func codeUnit(_ bytes: [UInt8], at start: Int) -> UInt16? {
        guard bytes.count >= start + 6, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return UInt16(String(decoding: bytes[start + 2..<start + 6], as: UTF8.self), radix: 16)
    }
}
