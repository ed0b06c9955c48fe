import Execution
import Foundation
import Reporting

/// A run as far as it has come, told line by line: what has ended scrolls up, what is under way stays below.
/// Pure: events and times in, lines out.
struct RunProgress {
    private let style: TextStyle
    private let marks: Marks
    /// In the order of starting.
    private var active: [Active] = []
    private var counts: [StateName: Int] = [:]
    private var total = 0
    private var startedAt: Date?
    private var isStopping = false
    /// Up-to-date tasks not yet told; hundreds of them are one line.
    private var untold = 0
    private var nameWidth = 0

    private struct Active {
        var task: TaskID
        var since: Date
        var rows: Int?
        /// When the next attempt is due, for a task between two.
        var retry: (attempt: Int, due: Date)?
        /// What a sensor's last look saw, and when it looks again.
        var look: (seen: String, due: Date)?
    }

    init(_ style: TextStyle) {
        self.style = style
        marks = Marks(style)
    }

    /// Takes the event in and returns the lines that it leaves behind.
    mutating func take(_ event: RunEvent, at now: Date) -> [String] {
        var lines: [String] = []
        if !isQuiet(event) { flushUpToDate(&lines) }
        switch event {
        case .runStarted(let start):
            startedAt = now
            total = start.tasks.count
            nameWidth = min(40, start.tasks.reduce(0) { max($0, $1.id.rawValue.count) })
            let again = start.session > 1 ? ", resumed" : ""
            lines.append(style.painted("run \(start.run): \(tasks(total))\(again)", .bold))
        case .taskStarted(let task, let attempt): started(task, attempt, at: now)
        case .taskProgressed(let task, let rows): change(task) { $0.rows = rows }
        case .taskLogged(let task, _, let level, let message, _):
            if level >= .warning { lines.append(style.painted("! \(task): \(oneLine(message, style))", .yellow)) }
        case .attemptFailed(let task, let attempt, let failure, let wait):
            change(task) { $0.retry = (attempt + 1, now + wait / .seconds(1)) }
            let reason = oneLine(failure.message, style)
            let line = "\(marks.retry) \(task): attempt \(attempt) failed, next in \(wait.text): \(reason)"
            lines.append(style.painted(line, .yellow))
        case .taskWaits(let task, let seen, let isNew, let due):
            change(task) { $0.look = (seen, due) }
            if isNew { lines.append(style.painted("\(marks.retry) \(task): \(oneLine(seen, style))", .dim)) }
        case .taskExpanded(let task, let members):
            total += members.count
            lines.append(style.painted("\(task): \(items(members.count))", .dim))
        case .deadlineMissed(let task, let limit):
            lines.append(style.painted("! \(lateness(of: task, after: limit))", .yellow))
        case .taskFinished(let result): finished(result, &lines)
        case .interruptRequested(let running):
            isStopping = true
            lines.append(style.painted("! stopping \(tasks(running.count)); Ctrl-C again quits at once", .yellow))
        case .runFinished: active = []
        }
        return lines
    }

    /// What stays below: a line for each task under way, as many as fit, and the counts.
    func region(at now: Date, frame: Int, width: Int, height: Int = 12) -> [String] {
        guard let startedAt else { return [] }
        var lines = active.prefix(height).map { onOneRow(line(for: $0, at: now, frame), to: width) }
        if active.count > height { lines.append("  and \(active.count - height) more") }
        return lines + [onOneRow(countsLine(elapsed: now.elapsed(since: startedAt)), to: width)]
    }

    private func isQuiet(_ event: RunEvent) -> Bool {
        switch event {
        case .taskFinished(let result):
            if case .upToDate = result.state { result.attempts == 0 } else { false }
        case .taskProgressed: true
        case .taskLogged(_, _, let level, _, _): level < .warning
        default: false
        }
    }

    private mutating func flushUpToDate(_ lines: inout [String]) {
        guard untold > 0 else { return }
        lines.append(style.painted("= \(tasks(untold)) up to date", .dim))
        untold = 0
    }

    private mutating func started(_ task: TaskID, _ attempt: Int, at now: Date) {
        if active.contains(where: { $0.task == task }) {
            change(task) { ($0.retry, $0.rows, $0.look) = (nil, nil, nil) }
        } else {
            active.append(Active(task: task, since: now))
        }
    }

    private mutating func change(_ task: TaskID, _ change: (inout Active) -> Void) {
        guard let index = active.firstIndex(where: { $0.task == task }) else { return }
        change(&active[index])
    }

    private mutating func finished(_ result: TaskResult, _ lines: inout [String]) {
        active.removeAll { $0.task == result.task }
        counts[result.state.name, default: 0] += 1
        switch result.state {
        case .upToDate where result.attempts == 0: untold += 1
        // Its task tells of all of them.
        case .succeeded where result.memberOf != nil: break
        // Their cause is told by the line before them, and the summary tells each.
        case .skipped, .interrupted: break
        default: lines.append(ended(result))
        }
    }

    private func ended(_ result: TaskResult) -> String {
        let (_, colour) = wording(ofState: result.state.name)
        let mark = colour.map { style.painted(marks.mark(of: result.state), $0) } ?? marks.mark(of: result.state)
        let rest =
            switch result.state {
            case .failed(let failure): "\(result.duration.text)  \(oneLine(failure.message, style)) (\(failure.code))"
            case .upToDate(_, let reason): "\(result.duration.text)  \(oneLine(reason, style))"
            default: ([result.duration.text] + rowsText(result.state.report)).joined(separator: "  ")
            }
        return "\(mark) \(padded(result.task.rawValue, to: nameWidth))  \(rest)"
    }

    private func line(for active: Active, at now: Date, _ frame: Int) -> String {
        let name = padded(active.task.rawValue, to: nameWidth)
        if let (attempt, due) = active.retry {
            let left = max(.zero, due.elapsed(since: now))
            return "\(marks.retry) \(name)  attempt \(attempt) in \(left.text)"
        }
        if let (seen, due) = active.look {
            let left = max(.zero, due.elapsed(since: now))
            return "\(marks.retry) \(name)  \(oneLine(seen, style)); looks again in \(left.text)"
        }
        let rows = active.rows.map(\.grouped).enclosed(by: "  ", and: " rows")
        return "\(marks.spinner(frame)) \(name)  \(now.elapsed(since: active.since).text)\(rows)"
    }

    private func countsLine(elapsed: Duration) -> String {
        let done = counts[.succeeded, default: 0] + counts[.upToDate, default: 0]
        let waiting = total - counts.values.reduce(0, +) - active.count
        var parts = ["\(done) of \(total) done", "\(active.count) \(isStopping ? "stopping" : "running")"]
        if waiting > 0 { parts.append("\(waiting) waiting") }
        for name in [StateName.failed, .skipped, .interrupted] {
            if let count = counts[name] { parts.append("\(count) \(name)") }
        }
        return "  \((parts + [elapsed.text]).joined(separator: marks.separator))"
    }

    /// One column is left free, since a full line wraps on some terminals. Only uncoloured lines come here.
    private func onOneRow(_ line: String, to width: Int) -> String { line.cut(to: width - 1, style.ellipsis) }
}
