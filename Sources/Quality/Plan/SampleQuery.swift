import Engines
import Expressions

/// The values that broke one expectation, most frequent first: at most 20, so that a result stays readable.
struct SampleQuery: Sendable {
    static let limit = 20
    /// Names the expectation in the answer: its place in the plan.
    let number: Int
    let columns: [Column]
    let condition: SQL?
    /// Only keys that occur more than once.
    let isRepeatedOnly: Bool

    /// Every value as text, in the first `columns.count` of `width` text columns.
    func statement(from relation: SQL, width: Int) -> SQL {
        let values = (0..<width).map { place -> SQL in
            "\(place < columns.count ? columns[place].asText : "CAST(NULL AS VARCHAR)") AS v\(place)"
        }
        let key = columns.map(\.sql).joined(separator: ", ")
        let repeated: SQL = isRepeatedOnly ? " HAVING count(*) > 1" : ""
        return """
            (SELECT \(number) AS e, count(*) AS k, \(values.joined(separator: ", ")) FROM \(relation)\(filter(by: condition)) \
            GROUP BY \(key)\(repeated) ORDER BY k DESC, \(key) LIMIT \(Self.limit))
            """
    }
}

extension SuitePlan {
    /// What to ask about a failed expectation; nil where no value can be shown.
    func sampleQuery(ofCheck number: Int) -> SampleQuery? {
        switch checks[number].step {
        case .rows(let check, let condition, _, _, _):
            guard !check.columns.isEmpty, !check.isAboutMissing else { return nil }
            return SampleQuery(
                number: number,
                columns: check.columns,
                condition: conjunction([condition, check.unexpected]),
                isRepeatedOnly: false
            )
        case .key(let check, _, _, let key):
            guard case .noRepeats = check.wanted else { return nil }
            return SampleQuery(
                number: number,
                columns: check.columns,
                condition: keys[key].condition,
                isRepeatedOnly: true
            )
        case .impossible, .columns, .aggregate: return nil
        }
    }

    /// One statement for the samples of all these; nil where there is nothing to ask.
    func samples(_ queries: [SampleQuery], from relation: SQL) -> SQL? {
        guard let width = queries.map(\.columns.count).max() else { return nil }
        return queries.map { $0.statement(from: relation, width: width) }.joined(separator: "\nUNION ALL\n")
    }

    /// A query that shows a person what broke the expectation: the failing rows, or the value for the whole table.
    func inspection(ofCheck number: Int, from relation: SQL) -> SQL? {
        switch checks[number].step {
        case .impossible, .columns: return nil
        case .rows(let check, let condition, _, _, _):
            let rows = conjunction([condition, check.unexpected]) ?? "true"
            return "SELECT * FROM \(relation) WHERE \(rows)"
        case .key(let check, _, _, let key):
            guard case .noRepeats = check.wanted else { return keys[key].statement(from: relation) }
            let rows = filter(by: keys[key].condition)
            return "SELECT * FROM \(relation)\(rows) QUALIFY count(*) OVER (PARTITION BY \(keys[key].columns)) > 1"
        case .aggregate(let call, _, _): return "SELECT \(call) FROM \(relation)"
        }
    }
}
