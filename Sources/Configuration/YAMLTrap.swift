import Reporting

/// A plain scalar that YAML readers of different versions read differently.
enum YAMLTrap {
    case boolean, octal, number, sexagesimal

    var phrase: Message {
        switch self {
        case .boolean: "a boolean"
        case .octal: "an octal number"
        case .number: "a number"
        case .sexagesimal: "a number in base 60"
        }
    }

    init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(40))
        guard let first = bytes.first, bytes.count < 40 else { return nil }
        if bytes.count <= 5, ["yes", "no", "on", "off", "true", "false"].contains(text.lowercased()) {
            self = .boolean
            return
        }
        guard (0x2B...0x39).contains(first) else { return nil }
        let number = bytes.dropFirst(first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? 1 : 0)
        if number.count > 1, number.first == UInt8(ascii: "0"), number.allSatisfy(\.isDigit) {
            self = .octal
        } else if number.isWithExponent || bytes.isWithBase {
            self = .number
        } else if bytes.isSexagesimal {
            self = .sexagesimal
        } else {
            return nil
        }
    }
}

extension Collection<UInt8> {
    /// `1e3`, `1.5E-3`.
    fileprivate var isWithExponent: Bool {
        guard let mark = firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
        let parts = self[..<mark].split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        var exponent = self[index(after: mark)...]
        if exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+") {
            exponent = exponent.dropFirst()
        }
        return !parts[0].isEmpty && parts.allSatisfy { $0.allSatisfy(\.isDigit) } && !exponent.isEmpty
            && exponent.allSatisfy(\.isDigit)
    }

    /// `0x1F`, `0o17`.
    fileprivate var isWithBase: Bool {
        count > 2 && (starts(with: "0x".utf8) || starts(with: "0o".utf8)) && dropFirst(2).allSatisfy(\.isHexadecimal)
    }

    /// `12:30`.
    fileprivate var isSexagesimal: Bool {
        let parts = split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count > 1 && !parts[0].isEmpty && parts[0].allSatisfy(\.isDigit)
            && parts.dropFirst().allSatisfy { part in
                part.count == 2 && part.allSatisfy(\.isDigit) && part[part.startIndex] <= UInt8(ascii: "5")
            }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isHexadecimal: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }
}

extension RecordReader {
    func warnOfAmbiguity(_ read: ReadScalar, found: inout Diagnostics) {
        guard read.isLiteral, read.scalar.style == .plain, read.scalar.tag == nil,
            let trap = YAMLTrap(read.text.string)
        else { return }
        found.report(
            Diagnostic(
                .yamlAmbiguousScalar,
                "'\(read.text)' is text here; other YAML readers take it for \(trap.phrase)",
                at: read.text.span,
                help: "quote it: '\(read.text)'",
                fix: Fix(.safe, "quote it", [TextEdit(read.text.span, "'\(read.text)'")])
            )
        )
    }
}
