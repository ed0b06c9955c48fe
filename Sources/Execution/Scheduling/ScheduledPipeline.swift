package import Foundation

/// What the scheduler knows of a pipeline: when it is due, for which interval, and how patient to be.
package struct ScheduledPipeline: Sendable {
    package var name: String
    /// Intervals that start earlier are nobody's; nil: those due before the scheduler first saw the pipeline are.
    package var start: Date?
    package var catchup: Catchup
    package var overlap: Overlap
    /// Datasets that must be published for the interval first, as `isPublished` knows them.
    package var after: [String]
    /// Whether two of its intervals write the same files, so that they never work side by side.
    package var sharesFiles: Bool
    /// The moments at which it is due after one and not after another, in order.
    package var moments: @Sendable (Date, Date) -> [Date]
    /// The first of them after a moment.
    package var next: @Sendable (Date) -> Date?
    package var interval: @Sendable (Date) -> RunInterval?

    /// What becomes of intervals that were due when nobody looked.
    package enum Catchup: Sendable, Hashable {
        /// What is more than an hour late is left out.
        case none
        case latest
        /// Oldest first; with a number, the newest so many.
        case all(most: Int?)
    }

    /// What becomes of an interval that is due while an earlier one is at work.
    package enum Overlap: Sendable, Hashable {
        case skip, queue, allow
    }

    package init(
        name: String,
        start: Date? = nil,
        catchup: Catchup = .latest,
        overlap: Overlap = .skip,
        after: [String] = [],
        sharesFiles: Bool = false,
        moments: @escaping @Sendable (Date, Date) -> [Date],
        next: @escaping @Sendable (Date) -> Date?,
        interval: @escaping @Sendable (Date) -> RunInterval?
    ) {
        self.name = name
        self.start = start
        self.catchup = catchup
        self.overlap = overlap
        self.after = after
        self.sharesFiles = sharesFiles
        self.moments = moments
        self.next = next
        self.interval = interval
    }
}
