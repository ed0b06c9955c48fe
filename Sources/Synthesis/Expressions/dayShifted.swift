import Expressions

/// A day so many months and then days later, counted from 1970-01-01. A day beyond the end of its new month becomes the
/// month's last.
package func dayShifted(_ day: Int64, months: Int64, days: Int64 = 0) -> Int64 {
    guard months != 0 else { return day + days }
    let civil = civilFromDays(Int32(truncatingIfNeeded: day))
    let month = Int64(civil.year * 12 + civil.month - 1) + months
    let year = Int(floorDivide(month, 12))
    let ofYear = Int(month) - year * 12 + 1
    return Int64(daysFromCivil(year, ofYear, min(civil.day, daysInMonth(year, ofYear)))) + days
}
