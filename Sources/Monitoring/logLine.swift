import Execution
import Foundation
import Reporting

/// The task an event is about and its line for that task's log; `nil` for events of the run and for progress.
func logLine(for event: RunEvent, at now: Date) -> (TaskID, JSONText)? {
    switch event {
    case .taskStarted(let task, let attempt):
        (task, logObject(now, task, .info, "started", [("attempt", .integer(attempt))]))
    case .taskLogged(let task, let attempt, let level, let message, let fields):
        (task, logObject(now, task, level, message, [("attempt", .integer(attempt)), ("fields", .texts(fields))]))
    case .attemptFailed(let task, let attempt, let failure, let wait):
        (
            task,
            logObject(
                now,
                task,
                .warning,
                "attempt failed",
                [("attempt", .integer(attempt)), ("retry_in_ms", .integer(Int(wait / .milliseconds(1))))]
                    + failureMembers(failure)
            )
        )
    case .taskWaits(let task, let seen, _, let due):
        (
            task,
            logObject(
                now, task, .info, "waits",
                [("seen", .string(seen)), ("next_look_at", .string(due.formatted(.iso8601)))])
        )
    case .taskExpanded(let task, let members):
        (task, logObject(now, task, .info, "found items", [("items", .integer(members.count))]))
    case .deadlineMissed(let task?, let limit):
        (task, logObject(now, task, .warning, "late", [("deadline_ms", .integer(Int(limit / .milliseconds(1))))]))
    case .taskFinished(let result): (result.task, finishedLine(result, now))
    case .runStarted, .runFinished, .interruptRequested, .taskProgressed, .deadlineMissed(nil, _): nil
    }
}

private func finishedLine(_ result: TaskResult, _ now: Date) -> JSONText {
    var members: [(String, JSONText)] = [
        ("state", .string(result.state.name.rawValue)), ("attempts", .integer(result.attempts)),
        ("duration_ms", .integer(Int(result.duration / .milliseconds(1)))),
    ]
    var level = LogLevel.info
    switch result.state {
    case .failed(let failure):
        level = .error
        members += failureMembers(failure)
    case .skipped(let reason):
        level = .warning
        members.append(("reason", .string("\(reason)")))
    case .upToDate(let report, let reason): members += [("reason", .string(reason)), ("report", report.json)]
    case .succeeded(let report): members.append(("report", report.json))
    case .interrupted, .waiting, .running, .retrying, .watching, .mapped: level = .warning
    }
    return logObject(now, result.task, level, "finished", members)
}

private func logObject(
    _ now: Date,
    _ task: TaskID,
    _ level: LogLevel,
    _ message: String,
    _ members: [(String, JSONText)]
) -> JSONText {
    let at = now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    return .object(
        [
            ("at", .string(at)), ("level", .string(level.rawValue)), ("task", .string(task.rawValue)),
            ("message", .string(message)),
        ] + members
    )
}

private func failureMembers(_ failure: TaskFailure) -> [(String, JSONText)] {
    [
        ("error", .string(failure.message)), ("code", .string(failure.code)), ("hint", .string(orNull: failure.hint)),
        ("details", .texts(failure.details)),
    ]
}

extension TaskReport {
    /// Counts that are not known are left out.
    fileprivate var json: JSONText {
        let counts: [(String, Int?)] = [
            ("rows_in", rowsIn), ("rows_out", rowsOut), ("rejected", rejected), ("filtered", filtered),
            ("deduplicated", deduplicated), ("bytes", bytes),
        ]
        let known = counts.compactMap { name, count in count.map { (name, JSONText.integer($0)) } }
        return .object(
            known + [("notes", .array(notes.map(JSONText.string))), ("outputs", .array(outputs.map(JSONText.string)))])
    }
}

extension JSONText {
    /// Keys in order.
    fileprivate static func texts(_ texts: [String: String]) -> JSONText {
        .object(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
    }
}
