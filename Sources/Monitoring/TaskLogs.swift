package import Execution
package import Foundation
import Reporting
import Synchronization

/// The log of each task as lines of JSON, in `FOLDER/RUN/TASK.jsonl`; a resumed run adds to its files. Members write into
/// the file of their mapped task: ten thousand of them make no ten thousand files.
///
/// Texts come with secrets blotted out already. A log that cannot be written does not stop a run: `problem` tells.
package final class TaskLogs: Sendable {
    private struct State {
        var run: RunID?
        var files: [TaskID: FileHandle] = [:]
        var problem: String?
    }

    private let folder: URL
    private let state = Mutex(State())

    package init(folder: URL) { self.folder = folder }

    /// The first thing that could not be written.
    package var problem: String? { state.withLock(\.problem) }

    package var sink: EventSink { { [self] event, now in log(event, at: now) } }

    /// Where a task's log is, whether or not it has one.
    package func path(of task: TaskID, in run: RunID) -> URL {
        folder.appending(path: safeName(run.rawValue)).appending(path: safeName(task.owner.rawValue) + ".jsonl")
    }

    /// Removes all that was logged of a run; nothing there is fine.
    package static func remove(_ run: RunID, in folder: URL) throws {
        let logs = folder.appending(path: safeName(run.rawValue))
        guard FileManager.default.fileExists(atPath: logs.path) else { return }
        try FileManager.default.removeItem(at: logs)
    }

    private func log(_ event: RunEvent, at now: Date) {
        state.withLock { state in
            if case .runStarted(let start) = event { state.run = start.run }
            guard let run = state.run, let (task, line) = logLine(for: event, at: now) else { return }
            do {
                try openLog(of: task, in: run, &state).write(contentsOf: Data((line.text() + "\n").utf8))
                if case .taskFinished = event, task == task.owner { try state.files.removeValue(forKey: task)?.close() }
            } catch {
                if state.problem == nil { state.problem = "the log of '\(task)' cannot be written: \(error)" }
            }
        }
    }

    private func openLog(of task: TaskID, in run: RunID, _ state: inout State) throws -> FileHandle {
        if let open = state.files[task.owner] { return open }
        let path = path(of: task, in: run)
        let files = FileManager.default
        if !files.fileExists(atPath: path.path) {
            try files.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: path)
        }
        let handle = try FileHandle(forWritingTo: path)
        try handle.seekToEnd()
        state.files[task.owner] = handle
        return handle
    }
}

/// A name that stays in its folder: whatever is no letter, digit, `-`, `_` or inner dot is written as `%XX`.
func safeName(_ name: String) -> String {
    var safe = ""
    for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            safe.unicodeScalars.append(Unicode.Scalar(byte))
        case UInt8(ascii: ".") where !safe.isEmpty: safe.append(".")
        default: safe += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
    return safe
}
