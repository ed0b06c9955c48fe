import Engines
import Expressions
import Foundation

/// How a column's values are drawn inside DuckDB: from the number `i` of the row, from 0, and nothing else.
struct DrawnColumn: Sendable {
    var column: Column
    /// With the column's name it makes the seed.
    var dataset: String
    var wishes: ColumnWishes
    /// No value comes twice.
    var isUnique: Bool
    var isRequired: Bool
    /// Days since 1970-01-01; dates lie in the weeks before its end.
    var day: Int32

    /// The value of row `i`.
    var sql: SQL { mayBeMissing(value) }

    /// One row in twenty has no value where that is allowed.
    func mayBeMissing(_ value: SQL) -> SQL {
        guard column.isNullable, !isRequired, !isUnique, !wishes.isRequired else { return value }
        return "CASE WHEN \(draw("null", below: 20)) = 0 THEN NULL ELSE \(value) END"
    }

    /// A whole number from 0, the same each time for the same row and purpose.
    func draw(_ purpose: String, below limit: Int) -> SQL {
        // Twice, since hashes of pairs that differ in one part alone have low bits in common.
        let seed = "esteira/\(dataset)/\(column.name)/\(purpose)"
        return "CAST(hash(hash(drawn.i, \(literal: seed))) % \(max(1, limit)) AS BIGINT)"
    }

    private var type: SQL { sqlType(column.type) }

    private var value: SQL {
        if isUnique { return uniqueValue }
        if !wishes.values.isEmpty { return member(of: wishes.values) }
        let plain = plainValue
        guard !wishes.compared.isEmpty else { return plain }
        let compared: SQL = "coalesce(\(member(of: wishes.compared)), \(plain))"
        return "CASE WHEN \(draw("compared", below: 2)) = 0 THEN \(compared) ELSE \(plain) END"
    }

    private func member(of values: [String]) -> SQL {
        let members = values.map { "\(literal: $0)" as SQL }.joined(separator: ", ")
        return "TRY_CAST([\(members)][1 + \(draw("member", below: values.count))] AS \(type))"
    }

    // MARK: Any value

    private var plainValue: SQL {
        switch column.type {
        case .boolean: "(\(draw("value", below: 2)) = 0)"
        case .int, .bigint: drawnNumber(scale: 0, most: 1_000)
        case .double: drawnNumber(scale: 2, most: 1_000)
        case .decimal(let precision, let scale):
            drawnNumber(scale: scale, most: min(1_000, pow(10, Double(precision - scale)) - 1))
        case .string: text
        case .date: "\(someDay)"
        case .timestamp, .timestamptz: "CAST(\(someDay) + to_seconds(\(draw("second", below: 86_400))) AS \(type))"
        case .uuid: "CAST(\(uuid("drawn.i")) AS UUID)"
        case .binary: "encode(CAST(\(draw("value", below: 1_000)) AS VARCHAR))"
        case .json: "CAST('{}' AS \(type))"
        case .list: "CAST([] AS \(type))"
        case .null: "NULL"
        }
    }

    private func drawnNumber(scale: Int, most: Double) -> SQL {
        let unit = pow(10, Double(min(scale, 6)))
        let written = (low: wishes.low.flatMap { Double($0) }, high: wishes.high.flatMap { Double($0) })
        var low = ((written.low ?? written.high.map { min(1, $0 - most) } ?? 1) * unit).rounded(.up)
        var high = ((written.high ?? max(most, low / unit + most)) * unit).rounded(.down)
        if written.low != nil, wishes.excludesLow { low += 1 }
        if written.high != nil, wishes.excludesHigh { high -= 1 }
        guard let first = Int(exactly: max(low, -9e15)), let last = Int(exactly: min(high, 9e15)) else {
            return "CAST(1 AS \(type))"
        }
        let drawn: SQL = "(\(first) + \(draw("value", below: last - first + 1)))"
        return unit == 1 ? "CAST(\(drawn) AS \(type))" : "CAST(\(drawn) / \(Int(unit)) AS \(type))"
    }

    private var someDay: SQL {
        let last: SQL = "DATE \(literal: Value.date(day).text)"
        guard wishes.low != nil || wishes.high != nil else {
            return "(\(last) - CAST(\(draw("day", below: 30)) AS INTEGER))"
        }
        let high = wishes.high.map { "coalesce(TRY_CAST(\(literal: $0) AS DATE), \(last))" as SQL }
        let low = wishes.low.map { "coalesce(TRY_CAST(\(literal: $0) AS DATE), \(last) - 29)" as SQL }
        let (first, end) = (low ?? "(\(high ?? last) - 29)", high ?? "greatest(\(low ?? last), \(last))")
        let days: SQL = "greatest(1, date_diff('day', \(first), \(end)) + 1)"
        return "(\(first) + CAST(\(draw("day", below: 1_000_000_007)) % \(days) AS INTEGER))"
    }

    private var text: SQL {
        if let pattern = wishes.pattern.flatMap({ PatternSample($0) }) {
            return pattern.sql { "\(draw("text \($0)", below: $1))" }
        }
        let number: SQL = "CAST(\(draw("text", below: 100)) AS VARCHAR)"
        return ofExpectedLength(
            column.name.lowercased().contains("email")
                ? "('person' || \(number) || '@example.com')" : "(\(literal: column.name + "-") || \(number))"
        )
    }

    /// Cut or filled to the length that is expected; the end, which differs from row to row, is kept.
    private func ofExpectedLength(_ text: SQL) -> SQL {
        var text = text
        if let longest = wishes.longest { text = "right(\(text), \(longest))" }
        if let shortest = wishes.shortest { text = "lpad(\(text), greatest(\(shortest), length(\(text))), 'x')" }
        return text
    }

    // MARK: A value of its own for each row

    private var uniqueValue: SQL {
        switch column.type {
        case .string:
            if let pattern = wishes.pattern.flatMap({ PatternSample($0) }) {
                // Choices of the pattern are the digits of the row's number.
                var stride = 1
                return pattern.sql { _, choices in
                    let digit: SQL = "(drawn.i // \(stride)) % \(choices)"
                    stride = min(stride.multipliedReportingOverflow(by: choices).partialValue, 1 << 40)
                    return digit
                }
            }
            return ofExpectedLength("(\(literal: column.name + "-") || CAST(drawn.i + 1 AS VARCHAR))")
        case .uuid: return "CAST(\(uuid("drawn.i")) AS UUID)"
        case .date: return "(DATE \(literal: Value.date(day).text) - CAST(drawn.i AS INTEGER))"
        case .timestamp, .timestamptz:
            return "CAST(DATE \(literal: Value.date(day).text) - to_minutes(drawn.i) AS \(type))"
        case .int, .bigint, .double, .decimal:
            let first = wishes.low.flatMap { Double($0) }.flatMap { Int(exactly: $0.rounded(.up)) } ?? 0
            return "TRY_CAST(\(first) + drawn.i + 1 AS \(type))"
        case .boolean, .binary, .json, .list, .null: return plainValue
        }
    }

    private func uuid(_ number: SQL) -> SQL {
        """
        regexp_replace(md5(\(literal: "\(dataset)/\(column.name)/") || \(number)), \
        '^(.{8})(.{4})(.{4})(.{4})(.{12})$', '\\1-\\2-\\3-\\4-\\5')
        """
    }
}
