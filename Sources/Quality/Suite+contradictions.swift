import Configuration
import Engines
import Expressions
import Reporting

extension Suite {
    /// Pairs of expectations about all rows of one column that no value can meet together.
    func reportContradictions(_ found: inout Diagnostics) {
        var earlier: [String: [(claim: Claim, expectation: Expectation)]] = [:]
        for expectation in expectations where expectation.isWithoutExceptions {
            guard let (column, claim) = expectation.claim else { continue }
            let conflict = earlier[column.value]?.first { $0.claim.excludes(claim) }
            if let conflict {
                found.report(
                    Diagnostic(
                        .contradiction,
                        "no value of '\(column.value)' can meet this and an earlier expectation",
                        at: expectation.span,
                        notes: [.init("the earlier one is here", at: conflict.expectation.span)],
                        help: "keep the one that is meant"
                    )
                )
            }
            earlier[column.value, default: []].append((claim, expectation))
        }
    }
}

/// What an expectation says of every value of a column.
private enum Claim {
    case missing, present
    case inside(Bounds)
    case among(Set<String>)
    case notAmong(Set<String>)

    func excludes(_ other: Claim) -> Bool {
        switch (self, other) {
        case (.missing, .present), (.present, .missing): true
        case (.inside(let a), .inside(let b)): a.isApart(from: b)
        case (.among(let a), .among(let b)): a.isDisjoint(with: b) && !a.isEmpty && !b.isEmpty
        case (.among(let members), .notAmong(let others)), (.notAmong(let others), .among(let members)):
            !members.isEmpty && members.isSubset(of: others)
        case (.among(let members), .inside(let bounds)), (.inside(let bounds), .among(let members)):
            !members.isEmpty && members.allSatisfy { member in Double(member).map(bounds.contains) == false }
                && bounds.isNumeric
        default: false
        }
    }
}

extension Expectation {
    fileprivate var claim: (column: Located<String>, claim: Claim)? {
        switch kind {
        case let kind as NotNull: (kind.column, .present)
        case let kind as IsNull: (kind.column, .missing)
        case let kind as Between: (kind.column, .inside(kind.bounds))
        case let kind as InSet: (kind.column, .among(Set(kind.values.map(\.value))))
        case let kind as NotInSet: (kind.column, .notAmong(Set(kind.values.map(\.value))))
        default: nil
        }
    }
}

extension Bounds {
    fileprivate var isNumeric: Bool {
        [low, high].compactMap(\.self).allSatisfy { Double($0.value) != nil }
    }

    /// Whether one interval ends before the other begins; only numbers are compared.
    fileprivate func isApart(from other: Bounds) -> Bool {
        guard isNumeric, other.isNumeric else { return false }
        return ends(before: other) || other.ends(before: self)
    }

    private func ends(before other: Bounds) -> Bool {
        guard let high = high.flatMap({ Double($0.value) }), let low = other.low.flatMap({ Double($0.value) }) else {
            return false
        }
        return high < low || high == low && (excludesHigh || other.excludesLow)
    }
}
