import Expressions

extension ExpressionCompiler {
    /// Parts of dates and timestamps as the calendar shows them.
    func time(_ name: String, _ operand: CompiledExpression, _ type: DataType) -> CompiledExpression? {
        guard operand.type.isTemporal else { return nil }
        let unit: Int64 = operand.type == .date ? microsecondsPerDay : 1
        return operand.map(type) { vector in
            vector.mapWhole(type) { cell in
                Decimal64.multiplied(cell, unit).map { Self.datePart(name, ofMicroseconds: $0) }
            }
        }
    }

    private static func datePart(_ name: String, ofMicroseconds micros: Int64) -> Int64 {
        let days = floorDivide(micros, microsecondsPerDay)
        let seconds = (micros - days * microsecondsPerDay) / 1_000_000
        let civil = civilFromDays(Int32(truncatingIfNeeded: days))
        switch name {
        case "year": return Int64(civil.year)
        case "month": return Int64(civil.month)
        case "day": return Int64(civil.day)
        case "hour": return seconds / 3600
        case "minute": return seconds / 60 % 60
        default: return seconds % 60
        }
    }

    /// A day beyond the end of its new month becomes the month's last.
    func shift(_ operand: CompiledExpression, by interval: Interval, to type: DataType) -> CompiledExpression {
        operand.cast(to: type).map(type) { vector in
            vector.mapWhole(type) { shifted($0, by: interval, times: 1, type) }
        }
    }

    /// `date_add`: so many units later; nil where the unit is not known before running.
    func later(_ unit: TypedExpression, _ values: [CompiledExpression], _ type: DataType) -> CompiledExpression? {
        guard case .literal(.string(let name)) = unit.node, let step = Interval(parsing: "1 \(name)"), values.count == 3
        else { return nil }
        let (count, start) = (values[1].values, values[2].cast(to: type).values)
        return made(type) { frame in
            Vector.zipWhole(type, start(frame), count(frame)) { shifted($0, by: step, times: $1, type) }
        }
    }
}

/// nil beyond about a million years, which no file holds.
private func shifted(_ cell: Int64, by interval: Interval, times: Int64, _ type: DataType) -> Int64? {
    guard abs(times) < 1 << 28, abs(interval.months) < 1 << 24, abs(interval.days) < 1 << 28 else { return nil }
    let (micros, overflow) = interval.microseconds.multipliedReportingOverflow(by: times)
    let (months, days) = (Int64(interval.months) * times, Int64(interval.days) * times)
    guard !overflow, abs(months) < 1 << 24, abs(days) < 1 << 28 else { return nil }
    if type == .date { return dayShifted(cell, months: months, days: days) }
    let day = floorDivide(cell, microsecondsPerDay)
    let shifted = dayShifted(day, months: months, days: days)
    guard let midnight = Decimal64.multiplied(shifted, microsecondsPerDay) else { return nil }
    let (sum, isBeyond) = midnight.addingReportingOverflow(cell - day * microsecondsPerDay)
    let (moment, isFarther) = sum.addingReportingOverflow(micros)
    return isBeyond || isFarther ? nil : moment
}
