/// How much happens on each day of the week and in each hour of the day, in a shop that sells all day long.
enum Season {
    /// Tables of days and hours stay below so many entries.
    static let mostSlots: UInt64 = 1 << 20

    /// From Monday.
    private static let week: [Double] = [100, 98, 100, 104, 118, 90, 74]

    private static let day: [Double] = [
        22, 12, 7, 5, 5, 9, 20, 38, 60, 82, 96, 102, 98, 92, 94, 97, 96, 92, 96, 108, 118, 112, 84, 46,
    ]

    /// 1970-01-01 was a Thursday.
    static func weight(ofDay day: Int64) -> Double { week[Int(((day + 3) % 7 + 7) % 7)] }

    /// `hour` counts from 1970-01-01 00:00.
    static func weight(ofHour hour: Int64) -> Double { day[Int((hour % 24 + 24) % 24)] }
}
