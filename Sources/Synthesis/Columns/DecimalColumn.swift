package import Expressions
import Reporting

/// Exact decimals between two bounds, both possible. A bound may be computed from other columns of the row.
package struct DecimalColumn: ColumnGenerator {
    package enum Bound: Hashable, Sendable {
        /// Digits as written.
        case fixed(String)
        case computed(Expression)
    }

    package var min: Bound
    package var max: Bound
    package var scale: Int

    package init(min: Bound, max: Bound, scale: Int = 2) {
        self.min = min
        self.max = max
        self.scale = scale
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard (0...9).contains(scale) else { throw .parameter("scale", "between 0 and 9") }
        guard case .fixed(let low) = min, case .fixed(let high) = max else { return try computedColumn(in: scope) }
        let least = try unscaled(low, "min")
        let most = try unscaled(high, "max")
        guard least <= most else { throw .emptyRange(from: low, to: high) }
        let widest = Swift.max(Decimal64(least, scale: scale).precision, Decimal64(most, scale: scale).precision)
        let type = DataType.decimal(precision: Swift.min(18, widest), scale: scale)
        let width = UInt64(bitPattern: most &- least)
        return GeneratedColumn(type) { frame, stream in
            Vector(type, frame.whole { uniform(least, width, stream, $0) })
        }
    }

    /// Null where a bound is; the lower bound where the upper one is below it.
    private func computedColumn(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let low = try bound(min, "min", in: scope)
        let high = try bound(max, "max", in: scope)
        let type = DataType.decimal(precision: 18, scale: scale)
        return GeneratedColumn(type, isNullable: low.isNullable || high.isNullable) { frame, stream in
            let lows = low.values(frame)
            let highs = high.values(frame)
            guard case .whole(let least) = lows.storage, case .whole(let most) = highs.storage else {
                preconditionFailure("bounds are whole numbers")
            }
            let values = frame.rows.indices.map { place in
                let width = most[place] > least[place] ? UInt64(bitPattern: most[place] &- least[place]) : 0
                return uniform(least[place], width, stream, frame.rows[place])
            }
            return Vector(type, .whole(values), nulls: Vector.union(lows.nulls, highs.nulls))
        }
    }

    private func bound(
        _ bound: Bound,
        _ name: String,
        in scope: ColumnScope
    ) throws(SynthesisIssue.Reason) -> CompiledExpression {
        switch bound {
        case .fixed(let digits):
            let number = try unscaled(digits, name)
            let type = DataType.decimal(precision: 18, scale: scale)
            return CompiledExpression(type: type, isNullable: false) { frame in
                Vector(type, .whole(Array(repeating: number, count: frame.rows.count)))
            }
        case .computed(let expression):
            let compiled = try scope.compiled(expression)
            guard compiled.type.digits != nil else {
                throw .type(column: name, found: compiled.type, needed: "a whole or decimal number")
            }
            return compiled.rescaled(to: .decimal(precision: 18, scale: scale))
        }
    }

    private func unscaled(_ digits: String, _ name: String) throws(SynthesisIssue.Reason) -> Int64 {
        guard let number = Decimal64(digits)?.scaled(to: scale) else {
            throw .parameter(name, "a number of at most 18 digits")
        }
        return number
    }
}
