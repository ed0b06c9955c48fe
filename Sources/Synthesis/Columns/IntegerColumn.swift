import Expressions
import Reporting

/// Whole numbers between two bounds, both possible.
package struct IntegerColumn: ColumnGenerator {
    package enum Distribution: Hashable, Sendable {
        case uniform
        /// The n-th number from `min` on is 1/n^exponent as likely as the first.
        case zipf(Double)
    }

    package var min: Int64
    package var max: Int64
    package var distribution: Distribution

    package init(min: Int64, max: Int64, distribution: Distribution = .uniform) {
        self.min = min
        self.max = max
        self.distribution = distribution
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard min <= max else { throw .emptyRange(from: String(min), to: String(max)) }
        let type: DataType = Int32(exactly: min) != nil && Int32(exactly: max) != nil ? .int : .bigint
        let (least, width) = (min, UInt64(bitPattern: max &- min))
        switch distribution {
        case .uniform:
            return GeneratedColumn(type) { frame, stream in
                Vector(type, frame.whole { uniform(least, width, stream, $0) })
            }
        case .zipf(let exponent):
            guard exponent > 0 else { throw .parameter("zipf", "above 0") }
            guard width < 1 << 53 else { throw .parameter("max", "less than 2^53 above 'min' with zipf") }
            let table = ZipfTable(count: Int(width) + 1, exponent: exponent)
            return GeneratedColumn(type) { frame, stream in
                let tail = stream.draw(1)
                return Vector(
                    type,
                    frame.whole { row in
                        least + Int64(table.rank(for: stream.bits(at: row)) { tail.fraction(at: row) })
                    }
                )
            }
        }
    }
}

/// A number in `least...least + width`; `width` is the distance of the bounds, not their count.
@inline(__always)
func uniform(_ least: Int64, _ width: UInt64, _ stream: RandomStream, _ row: Int) -> Int64 {
    guard width < .max else { return Int64(bitPattern: stream.bits(at: row)) }
    return least &+ Int64(bitPattern: stream.number(below: width + 1, at: row))
}
