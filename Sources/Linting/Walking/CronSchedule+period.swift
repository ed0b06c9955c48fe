import Kinds

extension CronSchedule {
    /// Seconds between two of the next moments that are nearest to each other; nil where there are no two.
    func shortestPeriod(after moment: Int64) -> Int64? {
        let next = next(30, after: moment)
        return zip(next, next.dropFirst()).map { $1 - $0 }.min()
    }
}
