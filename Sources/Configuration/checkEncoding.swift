import Reporting

/// Whether the file's bytes can be parsed; reports what cannot.
func checkEncoding(of source: SourceText, found: inout Diagnostics) -> Bool {
    let utf8 = source.utf8
    if utf8.starts(with: [0xFF, 0xFE]) || utf8.starts(with: [0xFE, 0xFF]) {
        found.report(
            Diagnostic(.yamlEncoding, "the file is UTF-16", at: .startOf(source.path), help: "save it as UTF-8")
        )
        return false
    }
    if utf8.starts(with: byteOrderMark) {
        found.report(
            Diagnostic(
                .yamlEncoding,
                "the file starts with a byte order mark",
                at: source.span(0..<byteOrderMark.count),
                help: "save it as UTF-8 without BOM",
                fix: removalFix(of: 0..<byteOrderMark.count, in: source, .safe)
            )
        )
    }
    let start = utf8.starts(with: byteOrderMark) ? 3 : 0
    guard let flaw = utf8.withUnsafeBufferPointer({ firstFlaw(in: $0, from: start) }) else { return true }
    return reportFlaw(flaw, in: source, found: &found)
}

private enum Flaw {
    case invalid(Range<Int>)
    case control(UInt32, Range<Int>)
}

private func reportFlaw(_ flaw: Flaw, in source: SourceText, found: inout Diagnostics) -> Bool {
    switch flaw {
    case .invalid(let range):
        let byte = paddedHexadecimal(UInt32(source.utf8[range.lowerBound]), digits: 2)
        found.report(
            Diagnostic(
                .yamlEncoding,
                "byte 0x\(byte) at offset \(range.lowerBound) is not UTF-8",
                at: source.span(range),
                help: "save the file as UTF-8"
            )
        )
    case .control(let scalar, let range):
        found.report(
            Diagnostic(
                .yamlEncoding,
                "control character U+\(paddedHexadecimal(scalar, digits: 4)) is not allowed",
                at: source.span(range),
                help: "remove it, or write it as an escape in double quotes",
                fix: removalFix(of: range, in: source, source.isLineEnd(range.upperBound) ? .safe : .unsafe)
            )
        )
    }
    return false
}

private func removalFix(of range: Range<Int>, in source: SourceText, _ applicability: Fix.Applicability) -> Fix {
    Fix(applicability, "remove it", [TextEdit(file: source.path, range: range, replacement: "")])
}

/// Lines that end in CR LF beside lines that end in LF: editors and tools change one or the other without being asked.
func checkLineEnds(of source: SourceText, found: inout Diagnostics) {
    let (utf8, feed, back) = (source.utf8, UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard utf8.contains(back) else { return }
    let feeds = utf8.indices.filter { utf8[$0] == feed }
    let isLong = { (offset: Int) in offset > 0 && utf8[offset - 1] == back }
    guard let first = feeds.first, let other = feeds.first(where: { isLong($0) != isLong(first) }) else { return }
    let edits = feeds.filter(isLong).map { TextEdit(file: source.path, range: $0 - 1..<$0, replacement: "") }
    found.report(
        Diagnostic(
            .yamlEncoding,
            "this line ends in \(isLong(other) ? "CR LF" : "LF"), those before in \(isLong(other) ? "LF" : "CR LF")",
            at: source.span((isLong(other) ? other - 1 : other)..<other),
            help: "end all lines in LF",
            severity: .warning,
            fix: Fix(.safe, "end all lines in LF", edits)
        )
    )
}

private func paddedHexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}

private func firstFlaw(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Flaw? {
    var at = start
    while at < bytes.count {
        let byte = bytes[at]
        if byte >= 0x20, byte < 0x7F {
            at += 1
            continue
        }
        guard let (scalar, length) = decoded(bytes, at: at) else { return .invalid(at..<at + 1) }
        if !isPrintable(scalar) { return .control(scalar, at..<at + length) }
        at += length
    }
    return nil
}

/// One character and its length in bytes; nil where the bytes are not UTF-8 (surrogates and long forms included).
private func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, Int)? {
    let first = bytes[start]
    let (length, least): (Int, UInt32)
    switch first {
    case 0..<0x80: return (UInt32(first), 1)
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return nil
    }
    guard start + length <= bytes.count else { return nil }
    var scalar = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
        guard bytes[start + offset] & 0xC0 == 0x80 else { return nil }
        scalar = scalar << 6 | UInt32(bytes[start + offset] & 0x3F)
    }
    guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
    return (scalar, length)
}

/// The characters that YAML 1.2 allows in a file.
private func isPrintable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}
