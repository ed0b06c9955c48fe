/// The moments a cron line names, in the local time of its zone.
package struct CronLine: Hashable, Sendable {
    package let minutes: Set<Int>
    package let hours: Set<Int>
    /// Of the month, from 1.
    package let days: Set<Int>
    /// From 1.
    package let months: Set<Int>
    /// From 0, Sunday.
    package let weekdays: Set<Int>
    /// Whether the field begins with something else than `*`. Where both do, a day need only be one of the two.
    package let namesDays: Bool
    package let namesWeekdays: Bool
    package let namesHours: Bool

    /// Nil for a line with a fault, which reading reports.
    package init?(_ text: String) {
        let fields = text.split(separator: " ")
        guard fields.count == CronField.all.count else { return nil }
        for (field, written) in zip(CronField.all, fields) where field.fault(in: written) != nil { return nil }
        let values = zip(CronField.all, fields).map { $0.values(of: $1) }
        minutes = values[0]
        hours = values[1]
        days = values[2]
        months = values[3]
        weekdays = Set(values[4].map { $0 % 7 })
        namesHours = fields[1].first != "*"
        namesDays = fields[2].first != "*"
        namesWeekdays = fields[4].first != "*"
    }

    /// Whether the day is one of the line's.
    ///
    /// - Parameter weekday: from 0, Sunday.
    package func isDue(month: Int, day: Int, weekday: Int) -> Bool {
        guard months.contains(month) else { return false }
        if namesDays, namesWeekdays { return days.contains(day) || weekdays.contains(weekday) }
        return days.contains(day) && weekdays.contains(weekday)
    }

    /// Whether no month that it names has a day that it names.
    package var isNever: Bool {
        guard !namesWeekdays, let first = days.min() else { return false }
        return months.allSatisfy { Self.longest[$0 - 1] < first }
    }

    /// Days of each month in a leap year.
    private static let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}
