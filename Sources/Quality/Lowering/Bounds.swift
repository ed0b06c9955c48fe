package import Configuration
import Engines
import Expressions

/// An interval whose ends may be open or absent. The ends are kept as written: what they mean depends on the column.
package struct Bounds: Hashable, Sendable {
    package var low: Located<String>?
    package var high: Located<String>?
    package var excludesLow = false
    package var excludesHigh = false

    package var isUnbounded: Bool { low == nil && high == nil }

    /// The comparisons of a value with the ends, `>= 1` and `<= 5`, leaving out an end that does not compare.
    func comparisons(_ type: DataType) -> [SQL] {
        let low = low.flatMap { SQL($0.value, comparedWith: type) }
        let high = high.flatMap { SQL($0.value, comparedWith: type) }
        return [
            low.map { "\(excludesLow ? ">" : ">=") \($0)" }, high.map { "\(excludesHigh ? "<" : "<=") \($0)" },
        ].compactMap(\.self)
    }

    /// The condition that `value` lies inside.
    func condition(on value: SQL, _ type: DataType) -> SQL {
        comparisons(type).map { "\(value) \($0)" }.joined(separator: " AND ")
    }

    func contains(_ number: Double) -> Bool {
        if let low = low.flatMap({ Double($0.value) }), excludesLow ? number <= low : number < low { return false }
        if let high = high.flatMap({ Double($0.value) }), excludesHigh ? number >= high : number > high { return false }
        return true
    }

    /// No value of the type can lie inside: the low end is above the high one, or they meet and one is open.
    func isEmpty(for type: DataType) -> Bool {
        guard let low = low?.value, let high = high?.value else { return false }
        let isOpen = excludesLow || excludesHigh
        guard type != .string else { return isOpen ? low >= high : low > high }
        guard let low = numericPlace(of: low, type), let high = numericPlace(of: high, type) else { return false }
        return isOpen ? low >= high : low > high
    }

    /// As a person says it: `between 1 and 5`, `at least 1`, `above 0`.
    var phrase: String {
        let low = low.map { "\(excludesLow ? "above" : "at least") \($0.value)" }
        let high = high.map { "\(excludesHigh ? "below" : "at most") \($0.value)" }
        if let low = self.low?.value, let high = self.high?.value, !excludesLow, !excludesHigh {
            return low == high ? "exactly \(low)" : "between \(low) and \(high)"
        }
        let ends = [low, high].compactMap(\.self)
        return ends.isEmpty ? "known" : ends.joined(separator: " and ")
    }
}

/// Where a written value stands on the line of its type's numbers or moments; nil where it means none.
private func numericPlace(of written: String, _ type: DataType) -> Double? {
    guard type.isTemporal else { return Double(written) }
    switch Value(parsing: written, as: type == .timestamptz ? type : .timestamp) {
    case .timestamp(let micros), .timestamptz(let micros): return Double(micros)
    default: return nil
    }
}
