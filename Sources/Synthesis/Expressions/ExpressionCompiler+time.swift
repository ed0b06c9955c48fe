import Expressions

extension ExpressionCompiler {
    /// Parts of dates and timestamps as the calendar shows them.
    func time(_ name: String, _ values: [CompiledExpression], _ type: DataType) -> CompiledExpression? {
        let operand = values[0].type
        guard operand.isTemporal else { return nil }
        if name == "date_add" {
            guard operand == .date, values.count == 2, values[1].type.isInteger else { return nil }
            return arithmetic("+", values, type)
        }
        let unit: Int64 = operand == .date ? microsecondsPerDay : 1
        return values[0].map(type) { vector in
            vector.mapWhole(type) { cell in Decimal64.multiplied(cell, unit).map { Self.part(name, ofMicroseconds: $0) } }
        }
    }

    private static func part(_ name: String, ofMicroseconds micros: Int64) -> Int64 {
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
            vector.mapWhole(type) { cell in
                if type == .date { return moved(cell, interval) }
                let days = floorDivide(cell, microsecondsPerDay)
                let (sum, overflow) = (moved(days, interval) * microsecondsPerDay)
                    .addingReportingOverflow(cell - days * microsecondsPerDay + interval.microseconds)
                return overflow ? nil : sum
            }
        }
    }
}

private func moved(_ day: Int64, _ interval: Interval) -> Int64 {
    guard interval.months != 0 else { return day + Int64(interval.days) }
    let civil = civilFromDays(Int32(truncatingIfNeeded: day))
    let months = civil.year * 12 + civil.month - 1 + interval.months
    let year = Int(floorDivide(Int64(months), 12))
    let month = months - year * 12 + 1
    let shifted = daysFromCivil(year, month, min(civil.day, daysInMonth(year, month)))
    return Int64(shifted) + Int64(interval.days)
}
