import Expressions
import Testing

@testable import Synthesis

struct SeasonTests {
    /// Monday 2025-06-02 to Sunday 2025-06-29: four whole weeks.
    private let first = daysFromCivil(2025, 6, 2)

    @Test func `weekends and nights are quieter`() throws {
        let from = Int64(first) * microsecondsPerDay
        let column = TimestampColumn(from: from, to: from + 28 * microsecondsPerDay - 1, isWeekly: true, isDaily: true)
        let times = try cells(column, rows: 28_000)
        var days = Array(repeating: 0, count: 7)
        var hours = Array(repeating: 0, count: 24)
        for time in times {
            let day = try #require(Int32(time.prefix(10).suffix(2)))
            days[Int(day - 2) % 7] += 1
            hours[try #require(Int(time.dropFirst(11).prefix(2)))] += 1
        }
        #expect(days == [4109, 3952, 4071, 4265, 4856, 3735, 3012])
        #expect(
            hours == [
                390, 231, 112, 97, 93, 143, 371, 640, 1051, 1440, 1743, 1809, 1711, 1626, 1675, 1766, 1697, 1675, 1647,
                1862, 1965, 1936, 1479, 841,
            ]
        )
    }

    @Test func `nothing falls outside the range`() throws {
        let from = Int64(first) * microsecondsPerDay + 1_800_000_000
        let column = TimestampColumn(from: from, to: from + 2_400_000_000, isWeekly: true, isDaily: true)
        let times = try cells(column, rows: 30_000).sorted()
        #expect(times.first == "2025-06-02T00:30:00")
        #expect(times.last == "2025-06-02T01:10:00")
    }

    @Test func `days follow the week`() throws {
        let days = try cells(DateColumn(from: first, to: first + 6, isWeekly: true), rows: 7000)
        let counts = Dictionary(grouping: days, by: \.self).mapValues(\.count)
        #expect(counts.sorted { $0.key < $1.key }.map(\.value) == [970, 1046, 1030, 1108, 1190, 883, 773])
    }
}
