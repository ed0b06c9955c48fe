package import Expressions

/// How a column differs from the one that had its name, for those who read it.
package struct ColumnChange: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case mayBeNull = "may be null now"
        case neverNull = "never null now"
        case widened = "type widened"
        case narrowed = "type narrowed"
        case retyped = "type changed"
    }

    package var kind: Kind
    /// Whether whoever reads the column gets nothing that could not be there before.
    package var isSafe: Bool

    /// Nil where type and nullability are as they were.
    package init?(from was: Column, to now: Column) {
        guard was.type != now.type || was.isNullable != now.isNullable else { return nil }
        isSafe = was.type.isWidened(to: now.type) && (was.isNullable || !now.isNullable)
        kind =
            if was.type == now.type {
                now.isNullable ? .mayBeNull : .neverNull
            } else if was.type.isWidened(to: now.type) {
                .widened
            } else {
                now.type.isWidened(to: was.type) ? .narrowed : .retyped
            }
    }
}

extension DataType {
    /// Whether every value of this type is one of the other, unchanged.
    func isWidened(to other: DataType) -> Bool {
        switch (self, other) {
        case _ where self == other, (.int, .bigint), (.int, .double), (.null, _): true
        case (.int, .decimal(let precision, let scale)): precision - scale >= 10
        case (.bigint, .decimal(let precision, let scale)): precision - scale >= 19
        case (.decimal(let precision, let scale), .decimal(let wider, let finer)):
            finer >= scale && wider - finer >= precision - scale
        case (.list(let element), .list(let wider)): element.isWidened(to: wider)
        default: false
        }
    }
}
