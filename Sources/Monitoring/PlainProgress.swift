import Execution
import Foundation
import Reporting

/// A run told to a log file or a pipe: one line an event, each with the time since the start.
struct PlainProgress {
    private let style: TextStyle
    private var startedAt: Date?

    init(_ style: TextStyle) { self.style = style }

    /// `nil` for events that are not worth a line.
    mutating func line(for event: RunEvent, at now: Date) -> String? {
        if startedAt == nil { startedAt = now }
        guard let text = sentence(for: event) else { return nil }
        let offset = now.elapsed(since: startedAt ?? now).text
        return String(repeating: " ", count: max(0, 7 - offset.count)) + offset + "  " + text
    }

    private func sentence(for event: RunEvent) -> String? {
        switch event {
        case .runStarted(let start):
            """
            run \(start.run) of '\(start.pipeline)' into '\(start.target)' \
            \(start.session > 1 ? "resumed" : "started"), \(tasks(start.tasks.count))
            """
        case .taskStarted(let task, let attempt): "\(task) started\(attempt > 1 ? ", attempt \(attempt)" : "")"
        case .taskLogged(let task, _, let level, let message, _):
            level >= .warning ? "\(task) \(level.rawValue): \(oneLine(message, style))" : nil
        case .attemptFailed(let task, let attempt, let failure, let wait):
            """
            \(task) attempt \(attempt) failed, next in \(wait.text): \
            \(oneLine(failure.message, style)) (\(failure.code))
            """
        case .taskWaits(let task, let seen, let isNew, let due):
            isNew ? "\(task) waits: \(oneLine(seen, style)); next look at \(due.formatted(.iso8601))" : nil
        case .taskExpanded(let task, let members): "\(task) found \(items(members.count))"
        case .deadlineMissed(let task, let limit): "late: \(lateness(of: task, after: limit))"
        case .taskFinished(let result): "\(result.task) \(ending(result))"
        case .interruptRequested(let running): "interrupted, stopping \(tasks(running.count))"
        case .runFinished(let outcome): "run \(outcome.stateName) after \(outcome.duration.text)"
        case .taskProgressed: nil
        }
    }

    private func ending(_ result: TaskResult) -> String {
        switch result.state {
        case .succeeded(let report):
            (["done in \(result.duration.text)"] + rowsText(report)).joined(separator: ", ")
        case .upToDate(_, let reason): "up to date: \(oneLine(reason, style))"
        case .failed(let failure):
            "failed after \(result.duration.text): \(oneLine(failure.message, style)) (\(failure.code))"
        case .skipped(let reason): "skipped: \(oneLine("\(reason)", style))"
        case .interrupted, .waiting, .running, .retrying, .watching, .mapped: "interrupted"
        }
    }
}
