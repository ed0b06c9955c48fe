import GRDB

/// What the run store and JSON call where a run, a task or an attempt stands. Open: a newer version may know others, which
/// this one shows as they are.
package struct StateName: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible,
    DatabaseValueConvertible
{
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }

    package static let waiting = StateName(rawValue: "waiting")
    package static let running = StateName(rawValue: "running")
    package static let retrying = StateName(rawValue: "retrying")
    package static let watching = StateName(rawValue: "watching")
    package static let mapped = StateName(rawValue: "mapped")
    package static let succeeded = StateName(rawValue: "succeeded")
    package static let upToDate = StateName(rawValue: "up_to_date")
    package static let failed = StateName(rawValue: "failed")
    package static let skipped = StateName(rawValue: "skipped")
    package static let interrupted = StateName(rawValue: "interrupted")
}

extension StateName {
    /// Of a task whose run's process is gone.
    var withoutProcess: StateName {
        switch self {
        case .waiting, .running, .retrying, .watching, .mapped: .interrupted
        default: self
        }
    }
}
