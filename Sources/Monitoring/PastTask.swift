package import Execution
package import Foundation
package import Reporting

/// What one run decided about a task, and what came of it.
package struct PastTask: Sendable {
    package var run: RunRecord
    /// Every task of the run.
    package var records: [TaskRecord]
    package var task: TaskRecord
    /// Of the task.
    package var attempts: [AttemptRecord]
    /// What a sensor saw last, and since when it sees that.
    package var seen: (seen: String, since: Date)?

    /// `nil` where the run had no such task.
    package init?(_ task: TaskID, in run: RunRecord, of store: RunStore) throws {
        let records = try store.tasks(of: run.id)
        guard let record = records.first(where: { $0.task == task }) else { return nil }
        self.run = run
        self.records = records
        self.task = record
        attempts = try store.attempts(of: run.id).filter { $0.task == task }
        seen = try store.lastSeen(by: task, in: run.id)
    }
}

extension PastTask {
    /// - Parameter dependencies: those of the task, for what it waits for in a run that is still at work.
    package func text(_ style: TextStyle, dependencies: [TaskID] = []) -> String {
        let (state, colour) = wording(ofState: task.state)
        let shown = colour.map { style.painted(state, $0) } ?? state
        var head = ["\(task.task): \(shown)"]
        if task.attempts > 1 { head.append("\(task.attempts) attempts") }
        if let duration = task.duration, task.attempts > 0 { head.append(duration.text) }
        let began = "in run \(run.id), started \(run.startedAt.formatted(.iso8601))"
        let lines = ["\(began), \(head.joined(separator: ", "))"] + reasons(style) + waitsFor(dependencies)
        return (lines + memberLines(style) + attemptLines(style)).map { $0 + "\n" }.joined()
    }

    private func reasons(_ style: TextStyle) -> [String] {
        var lines: [String] = []
        if let failure = task.failure { lines += failureWords(failure, style) }
        if let reason = task.reason { lines.append("  \(oneLine(reason, style))") }
        // A sensor at work has it in its reason.
        if let seen, task.state != .watching {
            lines.append("  it last saw: \(oneLine(seen.seen, style)) (since \(seen.since.formatted(.iso8601)))")
        }
        if let cause = causeOfSkip, let failure = cause.failure {
            lines.append("  \(cause.task) failed:")
            lines += failureWords(failure, style).map { "  " + $0 }
        }
        return lines
    }

    private func failureWords(_ failure: TaskFailure, _ style: TextStyle) -> [String] {
        let help = failure.hint.map { "  help: \(oneLine($0, style))" }
        return ["  \(oneLine(failure.message, style)) (\(failure.code))"] + [help].compactMap(\.self)
    }

    /// The first of the chain of a skip; its name begins the reason.
    private var causeOfSkip: TaskRecord? {
        guard task.state == .skipped, let reason = task.reason else { return nil }
        return records.first { reason.hasPrefix("'\($0.task)' ") }
    }

    private func waitsFor(_ dependencies: [TaskID]) -> [String] {
        guard run.state == .running, task.state == .waiting else { return [] }
        let undone = records.filter {
            dependencies.contains($0.task) && ![.succeeded, .upToDate].contains($0.state)
        }
        guard !undone.isEmpty else { return ["  it waits for a free slot"] }
        return undone.map { "  it waits for \($0.task): \(wording(ofState: $0.state).text)" }
    }

    /// Of a mapped task: how many ended how, and those that failed.
    private func memberLines(_ style: TextStyle) -> [String] {
        let members = records.filter { $0.task.owner == task.task && $0.task != task.task }
        guard !members.isEmpty else { return [] }
        let counts = Dictionary(grouping: members, by: \.state).mapValues(\.count)
        let order = shownStates + counts.keys.filter { !shownStates.contains($0) }.sorted { $0.rawValue < $1.rawValue }
        let told = order.compactMap { state in counts[state].map { "\($0.grouped) \(wording(ofState: state).text)" } }
        let failed = members.filter { $0.failure != nil }.prefix(8)
        return ["  \(items(members.count)): \(told.joined(separator: ", "))"]
            + failed.compactMap { member in
                member.failure.map { "  \(member.task): \(oneLine($0.message, style)) (\($0.code))" }
            }
    }

    /// One attempt that came through says nothing new.
    private func attemptLines(_ style: TextStyle) -> [String] {
        guard attempts.count > 1 else { return [] }
        return attempts.map { attempt in
            let start = attempt.session > 1 ? "start \(attempt.session), " : ""
            let time = (attempt.finishedAt?.elapsed(since: attempt.startedAt).text).led(by: " after ")
            let end = attempt.failure.map { "\(oneLine($0.message, style)) (\($0.code))" }.led(by: ": ")
            let at = attempt.startedAt.formatted(.iso8601)
            return "  \(start)attempt \(attempt.attempt) at \(at): \(wording(ofState: attempt.state).text)\(time)\(end)"
        }
    }
}
