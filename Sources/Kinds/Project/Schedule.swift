package import Configuration

extension Pipeline {
    /// When a pipeline is due, and what becomes of runs that could not start then.
    package struct Schedule: Hashable, Sendable {
        package var cron: String
        package var timezone: String
        /// First day that runs are for, in days since 1970-01-01; nil: from when the scheduler first sees the pipeline.
        package var start: Int32?
        /// Nil where it is not written.
        package var catchup: Catchup?
        /// Nil where it is not written.
        package var overlap: Overlap?
        /// Datasets of other pipelines, as written.
        package var after: [Text]

        package init(
            cron: String, timezone: String, start: Int32? = nil, catchup: Catchup? = nil, overlap: Overlap? = nil,
            after: [Text] = []
        ) {
            self.cron = cron
            self.timezone = timezone
            self.start = start
            self.catchup = catchup
            self.overlap = overlap
            self.after = after
        }

        /// What becomes of intervals that nobody ran when they were due.
        package enum Catchup: Hashable, Sendable {
            case none
            /// The newest alone.
            case latest
            /// Oldest first; with a number, the newest so many.
            case all(most: Int?)
        }

        /// What becomes of an interval that is due while an earlier one is at work.
        package enum Overlap: String, Hashable, Sendable, CaseIterable {
            case skip, queue, allow
        }
    }
}

extension Pipeline.Schedule {
    package static let standardCatchup = Catchup.latest

    /// Catching up is of no use where the next interval that is due meanwhile is left out.
    package var standardOverlap: Overlap {
        if case .all = catchup { .queue } else { .skip }
    }

    /// Everything in words, for comparing.
    package var words: String {
        let parts: [(String, String?)] = [
            ("start", start.map { "\($0)" }), ("catchup", catchup?.words), ("overlap", overlap?.rawValue),
            ("after", after.isEmpty ? nil : after.map(\.string).joined(separator: ",")),
        ]
        return ([cron, timezone] + parts.compactMap { name, value in value.map { "\(name) \($0)" } }).joined(
            separator: " ")
    }
}

extension Pipeline.Schedule.Catchup {
    package var words: String {
        switch self {
        case .none: "none"
        case .latest: "latest"
        case .all(most: nil): "all"
        case .all(most: let most?): "all \(most)"
        }
    }
}
