import Reporting

/// One piece of a template's text.
enum TemplatePart: Hashable {
    case text([UInt8])
    case digit
    case letter
    case range(Int64, Int64)
    case column(String)
    case field(String, String)

    static func parse(_ template: String) throws(SynthesisIssue.Reason) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        var text: [UInt8] = []
        var rest = Substring(template).utf8
        func flush() {
            if !text.isEmpty { parts.append(.text(text)) }
            text = []
        }
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "#"), UInt8(ascii: "?"):
                flush()
                parts.append(byte == UInt8(ascii: "#") ? .digit : .letter)
            case UInt8(ascii: "\\"): text.append(rest.popFirst() ?? byte)
            case UInt8(ascii: "{"):
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
                    throw .parameter("template", "text in which every '{' has its '}'")
                }
                flush()
                parts.append(try hole(String(Substring(rest[..<end]))))
                rest = rest[rest.index(after: end)...]
            default: text.append(byte)
            }
        }
        flush()
        return parts
    }

    private static func hole(_ text: String) throws(SynthesisIssue.Reason) -> TemplatePart {
        if let dots = text.firstRange(of: "..") {
            guard let low = Int64(text[..<dots.lowerBound]), let high = Int64(text[dots.upperBound...]),
                high.subtractingReportingOverflow(low).overflow == false
            else { throw .parameter("template", "text with whole numbers around '..'") }
            return .range(low, high)
        }
        if let arrow = text.firstRange(of: "->") {
            return .field(String(text[..<arrow.lowerBound]), String(text[arrow.upperBound...]))
        }
        guard !text.isEmpty else { throw .parameter("template", "text with a column's name between '{' and '}'") }
        return .column(text)
    }
}
