import Expressions
import Reporting

/// Instants between two instants; with seasons, likelier on working days, in the evening and before noon.
package struct TimestampColumn: ColumnGenerator {
    /// Microseconds since 1970-01-01 00:00.
    package var from: Int64
    /// Possible too, where a whole number of steps after `from`.
    package var to: Int64
    package var isWeekly: Bool
    package var isDaily: Bool
    /// Microseconds between neighbouring values.
    package var step: Int64

    package init(from: Int64, to: Int64, isWeekly: Bool = false, isDaily: Bool = false, step: Int64 = 1_000_000) {
        self.from = from
        self.to = to
        self.isWeekly = isWeekly
        self.isDaily = isDaily
        self.step = step
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard from <= to else { throw .emptyRange(from: timestampText(from), to: timestampText(to)) }
        guard step > 0, hour.isMultiple(of: step) else { throw .parameter("step", "a part of an hour") }
        return isWeekly || isDaily ? try seasonal() : even()
    }

    private func even() -> GeneratedColumn {
        let (first, step) = (from, step)
        let steps = UInt64((to - from) / step)
        return GeneratedColumn(.timestamp) { frame, stream in
            Vector(.timestamp, frame.whole { first + step * uniform(0, steps, stream, $0) })
        }
    }

    /// An hour by its weight, then a step within it, clipped to the range at both ends.
    private func seasonal() throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let firstHour = floorDivide(from, hour)
        let lastHour = floorDivide(to, hour)
        guard lastHour - firstHour < Season.mostSlots else {
            throw .parameter("from", "less than 119 years before 'to'")
        }
        let (from, to, step) = (ceilDivide(from, step), floorDivide(to, step), step)
        guard from <= to else { throw .emptyRange(from: timestampText(self.from), to: timestampText(self.to)) }
        let stepsAnHour = hour / step
        let hours = firstHour...lastHour
        let weights = hours.map { hour in
            let steps = min(to, (hour + 1) * stepsAnHour - 1) - max(from, hour * stepsAnHour) + 1
            return weight(ofHour: hour) * Double(max(0, steps))
        }
        let table = AliasTable(weights: weights)
        return GeneratedColumn(.timestamp) { frame, stream in
            let within = stream.draw(1)
            let values = frame.whole { row in
                let hour = firstHour + Int64(table.index(for: stream.bits(at: row)))
                let least = max(from, hour * stepsAnHour)
                let most = min(to, (hour + 1) * stepsAnHour - 1)
                return uniform(least, UInt64(bitPattern: most &- least), within, row) * step
            }
            return Vector(.timestamp, values)
        }
    }

    private func weight(ofHour hour: Int64) -> Double {
        (isWeekly ? Season.weight(ofDay: floorDivide(hour, 24)) : 1) * (isDaily ? Season.weight(ofHour: hour) : 1)
    }
}

private let hour: Int64 = 3_600_000_000

@inline(__always)
func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : -((b - 1 - a) / b) }

private func ceilDivide(_ a: Int64, _ b: Int64) -> Int64 { -floorDivide(-a, b) }
