import Configuration
import Reporting

extension Record {
    func column(_ name: String) -> Located<String>? { text(name).map { Located($0.string, at: $0.span) } }

    func columns(_ name: String) -> [Located<String>] { texts(name).map { Located($0.string, at: $0.span) } }

    /// The interval between the fields `low` and `high`.
    func bounds(_ low: String, _ high: String) -> Bounds {
        Bounds(
            low: column(low),
            high: column(high),
            excludesLow: boolean("strict_min")?.value == true,
            excludesHigh: boolean("strict_max")?.value == true
        )
    }
}

extension Bounds {
    /// As the fields `low` and `high` of a kind.
    func arguments(_ low: String, _ high: String) -> [(String, JSONText)] {
        var arguments: [(String, JSONText)] = []
        if let value = self.low?.value { arguments.append((low, JSONText(written: value))) }
        if let value = self.high?.value { arguments.append((high, JSONText(written: value))) }
        if excludesLow { arguments.append(("strict_min", .bool(true))) }
        if excludesHigh { arguments.append(("strict_max", .bool(true))) }
        return arguments
    }
}

extension JSONText {
    /// A scalar as YAML would read it without quotes: `1` is a number, `pix` is text.
    init(written text: String) {
        self =
            switch CoreValue(text) {
            case .null where text.isEmpty: .string(text)
            case .null: .null
            case .boolean(let flag): .bool(flag)
            case .integer(let number): .integer(number)
            case .number(let number) where number.isFinite: .double(number)
            case .number, .text: .string(text)
            }
    }
}
