import Configuration
import Engines
import Expressions
import Reporting

/// The members of a set as written.
extension [Located<String>] {
    var asArgument: (String, JSONText) { ("values", .array(map { JSONText(written: $0.value) })) }

    /// `a, b or c`; long sets are cut after five.
    var phrase: String {
        let shown = prefix(5).map { "'\($0.value)'" }
        if count > 5 { return shown.joined(separator: ", ") + " and \(count - 5) more" }
        guard shown.count > 1, let last = shown.last else { return shown.first ?? "nothing" }
        return shown.dropLast().joined(separator: ", ") + " or " + last
    }

    /// In the order written, each once, leaving out what does not compare with the type.
    func constants(_ type: DataType) -> [SQL] {
        var seen: Set<SQL> = []
        return compactMap { SQL($0.value, comparedWith: type) }.filter { seen.insert($0).inserted }
    }
}

extension RowType {
    /// A column that an earlier check has found.
    func column(_ name: Located<String>) -> Column {
        guard let column = self[name.value] else { preconditionFailure("column \(name.value) was not checked") }
        return column
    }
}
