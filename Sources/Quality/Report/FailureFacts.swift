package import Reporting

/// What a person needs to know of one expectation that is not met.
package struct FailureFacts: Hashable, Sendable {
    /// `quantity is between 1 and 5`
    package var sentence: String
    package var importance: Importance
    /// `3 of 200,000 rows (0.0015 %)`, `observed 17`, or why it could not be judged.
    package var observed: String
    /// The most frequent values that broke it, with how often each occurs: `'extraviado' (2×)`. At most 20.
    package var samples: [String]
    package var note: String?
    /// The line of the suite.
    package var span: Span
}

extension ValidationResult {
    /// What is not met, the most important first, else in the suite's order.
    package var failures: [FailureFacts] {
        Importance.allCases.flatMap { importance in
            broken.filter { $0.expectation.importance == importance }.map(FailureFacts.init)
        }
    }
}

extension FailureFacts {
    init(_ outcome: Outcome) {
        let expectation = outcome.expectation
        var sentence = expectation.kind.sentence
        if expectation.mostly != 1 { sentence += " in \(shortNumber(expectation.mostly * 100)) % of rows" }
        if let condition = expectation.condition { sentence += " where \(condition)" }
        var samples: [String] = []
        if case .rows(_, _, let found) = outcome.observation { samples = found.map(\.phrase) }
        self.init(
            sentence: sentence,
            importance: expectation.importance,
            observed: outcome.observed,
            samples: samples,
            note: expectation.note,
            span: expectation.span
        )
    }
}

extension Outcome {
    fileprivate var observed: String {
        if case .impossible(let reason) = verdict { return reason }
        switch observation {
        case .nothing: return "not measured"
        case .value(.null): return "there is no value to judge"
        case .value(let value): return "observed \(value.text())"
        case .columns(let members):
            return members.first.map { "observed \($0.1.text())" } ?? "it is not there"
        case .rows(let counts, _, _):
            let share = RowCounts.percent(counts.unexpected, of: counts.judged).map(shortNumber)
            return
                "\(grouped(counts.unexpected)) of \(grouped(counts.judged)) rows\(share.enclosed(by: " (", and: " %)"))"
        }
    }
}

extension Sample {
    fileprivate var phrase: String {
        let shown =
            values.count == 1
            ? values[0].value.text()
            : values.map { "\($0.column) \($0.value.text())" }
                .joined(separator: ", ")
        return count == 1 ? shown : "\(shown) (\(grouped(count))×)"
    }
}

/// `200,000`
private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > (number < 0 ? 1 : 0) {
        digits.insert(",", at: place)
        place -= 3
    }
    return String(digits)
}

/// Two significant digits below one, two decimals above; no trailing zeros: `0.0015`, `12.5`, `40`.
private func shortNumber(_ number: Double) -> String {
    var scale = 100.0
    while number > 0, number * scale < 10, scale < 1e9 { scale *= 10 }
    let text = "\((number * scale).rounded() / scale)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
