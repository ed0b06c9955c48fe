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
        switch text.lowercased() {
        case "yes", "no", "on", "off", "true", "false":
            self = .boolean
            return
        default: break
        }
        guard text.utf8.count < 40, text.utf8.first.map({ (0x2B...0x39).contains($0) }) == true else { return nil }
        if text.wholeMatch(of: /[-+]?0[0-9]+/) != nil {
            self = .octal
        } else if text.wholeMatch(of: /[-+]?[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+|0[xo][0-9a-fA-F]+/) != nil {
            self = .number
        } else if text.wholeMatch(of: /[0-9]+(:[0-5][0-9])+/) != nil {
            self = .sexagesimal
        } else {
            return nil
        }
    }
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
