package import Execution
import Foundation
package import Reporting

/// A line of a task's log, read again.
package struct LogEntry: Sendable, Hashable {
    /// ISO 8601 in UTC with milliseconds: the order of such texts is that of time.
    package var at: String
    package var level: LogLevel
    package var task: TaskID
    package var message: String
    /// As it is in the file.
    package var line: String
    private var particulars: Particulars

    /// `nil` for what is no line of a log, such as the half that a killed process left.
    package init?(line: String) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let data = Data(line.utf8)
        do {
            let head = try decoder.decode(Head.self, from: data)
            (at, level, task, message) = (head.at, head.level, TaskID(head.task), head.message)
            particulars = try decoder.decode(Particulars.self, from: data)
        } catch {
            return nil
        }
        self.line = line
    }

    private struct Head: Decodable {
        var at: String
        var level: LogLevel
        var task: String
        var message: String
    }

    /// What belongs to some messages; see `logLine`.
    private struct Particulars: Hashable, Decodable {
        var attempt: Int?
        var fields: [String: String]?
        var error: String?
        var code: String?
        var hint: String?
        var retryInMs: Int?
        var seen: String?
        var items: Int?
        var deadlineMs: Int?
        var state: StateName?
        var reason: String?
        var durationMs: Int?
        var report: Report?
    }

    private struct Report: Hashable, Decodable {
        var rowsIn: Int?
        var rowsOut: Int?
        var rejected: Int?
        var filtered: Int?
        var deduplicated: Int?
        var notes: [String]?

        var told: [String] {
            let counts: [(Int?, String)] = [
                (rowsIn, "rows in"), (rowsOut, "rows out"), (rejected, "rejected"), (filtered, "filtered"),
                (deduplicated, "duplicates"),
            ]
            return counts.compactMap { count, name in count.map { "\($0.grouped) \(name)" } }
                + [notes].compactMap(\.self).joined()  // old lines have none
        }
    }
}

extension LogEntry {
    /// One line for a person; what is long stays long, since it may be what is looked for.
    package func text(_ style: TextStyle) -> String {
        let mark = padded(level.rawValue, to: 7)
        let colour: TextStyle.Colour? =
            switch level {
            case .debug: .dim
            case .info: nil
            case .warning: .yellow
            case .error: .red
            }
        let words = message + (told.isEmpty ? "" : ": ") + told.joined(separator: ", ")
        let painted = colour.map { style.painted(mark, $0) } ?? mark
        return "\(at)  \(painted)  \(task)  \(oneLine(words, style))"
    }

    private var told: [String] {
        let its = particulars
        var told: [String] = []
        if let state = its.state { told.append(wording(ofState: state).text) }
        if let error = its.error { told.append(error + its.code.enclosed(by: " (", and: ")")) }
        if let hint = its.hint { told.append(hint) }
        if let reason = its.reason ?? its.seen { told.append(reason) }
        if let report = its.report { told += report.told }
        if let items = its.items { told.append(Monitoring.items(items)) }
        if let wait = its.retryInMs { told.append("next in \(Duration.milliseconds(wait).text)") }
        if let limit = its.deadlineMs { told.append("not done after \(Duration.milliseconds(limit).text)") }
        if let time = its.durationMs { told.append(Duration.milliseconds(time).text) }
        if let fields = its.fields { told += fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } }
        if let attempt = its.attempt, attempt > 1 { told.append("attempt \(attempt)") }
        return told
    }
}
