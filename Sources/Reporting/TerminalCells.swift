/// What a terminal shows for one scalar of a source text, and how many columns it takes.
struct TerminalCell: Equatable {
    var text: String
    var width: Int
}

/// The cells of one line, one for each scalar.
///
/// Tabs become spaces up to the next multiple of four. Control and direction-changing characters are written by
/// their code point: a source text must not steer the terminal, nor hide what it says.
func terminalCells(_ line: String, isASCII: Bool) -> [TerminalCell] {
    var column = 0
    return line.unicodeScalars.map { scalar in
        let cell = terminalCell(scalar, column: column, isASCII: isASCII)
        column += cell.width
        return cell
    }
}

/// A message on one line, safe to print.
package func printable(_ text: String, isASCII: Bool) -> String {
    terminalCells(text, isASCII: isASCII).map(\.text).joined()
}

private func terminalCell(_ scalar: Unicode.Scalar, column: Int, isASCII: Bool) -> TerminalCell {
    if scalar == "\t" {
        let width = 4 - column % 4
        return TerminalCell(text: String(repeating: " ", count: width), width: width)
    }
    if isUnsafe(scalar) || (isASCII && !scalar.isASCII) {
        let text = "\\u{\(String(scalar.value, radix: 16))}"
        return TerminalCell(text: text, width: text.utf8.count)
    }
    return TerminalCell(text: String(scalar), width: scalar.isASCII ? 1 : width(scalar))
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
}

private func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: isWide(scalar) ? 2 : 1
    }
}

/// East Asian Wide and Fullwidth (Unicode Standard Annex 11), by block, and emoji shown as pictures.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        true
    default: scalar.properties.isEmojiPresentation
    }
}
