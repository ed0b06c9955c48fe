package import Engines

/// Tells the rows that break critical expectations from the others.
package struct SettingAside: Sendable {
    /// The column that rows set aside have besides their own: what they break, joined by `; `.
    package static let reason = Identifier("esteira_reason")

    private let faults: [(sentence: String, condition: SQL)]

    /// Of a result whose decision is `setAside`.
    package init(_ result: ValidationResult) {
        faults = result.broken.filter { $0.expectation.importance == .critical }.compactMap { outcome in
            outcome.fault.map { (FailureFacts(outcome).sentence, $0) }
        }
    }

    package func kept(of relation: SQL) -> SQL {
        "SELECT * EXCLUDE (\(Self.reason)) FROM (\(withReasons(relation))) WHERE \(Self.reason) = ''"
    }

    package func setAside(of relation: SQL) -> SQL {
        "SELECT * FROM (\(withReasons(relation))) WHERE \(Self.reason) <> ''"
    }

    private func withReasons(_ relation: SQL) -> SQL {
        let reasons = faults.map { "CASE WHEN \($0.condition) THEN \(literal: $0.sentence) END" as SQL }
        return "SELECT *, concat_ws('; ', \(reasons.joined(separator: ", "))) AS \(Self.reason) FROM \(relation)"
    }
}
