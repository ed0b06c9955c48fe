import Configuration
import Engines
import Expressions
import Reporting

/// Two columns compared row by row: the part that such kinds share.
struct ColumnPair {
    let first: Located<String>
    let second: Located<String>
    private let ignored: String?

    static let ignoreField = Field(
        "ignore_row_if",
        .choice(["both_values_are_missing", "either_value_is_missing", "neither"]),
        default: "both_values_are_missing",
        doc: "Which rows are not judged."
    )

    static func gxArguments(_ second: String) -> [(String, [String])] {
        [("column_A", ["column"]), ("column_B", [second]), ("ignore_row_if", ["ignore_row_if"])]
    }

    /// `second` is what the kind calls the other column.
    init?(_ record: Record, second name: String) {
        guard let first = record.column("column"), let second = record.column(name) else { return nil }
        self.first = first
        self.second = second
        ignored = record.text("ignore_row_if")?.string
    }

    func arguments(_ second: String, more: [(String, JSONText)]) -> [(String, JSONText)] {
        var arguments = [("column", JSONText.string(first.value)), (second, .string(self.second.value))] + more
        if let ignored { arguments.append(("ignore_row_if", .string(ignored))) }
        return arguments
    }

    func check(against row: RowType, found: inout Diagnostics, fits: (DataType) -> Bool) {
        let wanted: Message = "something with an order"
        let first = found.column(first, in: row, needing: wanted, fits: fits)
        let second = found.column(second, in: row, needing: wanted, fits: fits)
        guard let first, let second else { return }
        found.comparison(first, second, named: second.name, at: self.second.span)
    }

    func check(in row: RowType, comparison: SQL) -> Check {
        let (first, second) = (row.column(first), row.column(second))
        let considered: SQL? =
            switch ignored {
            case "neither": nil
            case "either_value_is_missing": "\(first.isPresent) AND \(second.isPresent)"
            default: "(\(first.isPresent) OR \(second.isPresent))"
            }
        // NaN compares as the greatest number, so a missing `double` has to be told apart.
        let present = [first, second].filter { $0.type == .double }.map { " AND \($0.isPresent)" as SQL }
        let expected: SQL = "\(first.sql) \(comparison) \(second.sql)\(present.joined(separator: ""))"
        return .rows(RowCheck([first, second], .pair, considered: considered, expected: expected))
    }
}
