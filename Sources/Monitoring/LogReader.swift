package import Execution
package import Foundation

/// Reads the logs of a run as far as they are written, and what was added when asked again.
package struct LogReader {
    private let folder: URL
    /// `nil`: all of the run's.
    private let task: TaskID?
    /// Bytes read of each file.
    private var offsets: [String: UInt64] = [:]

    /// - Parameters:
    ///   - folder: that of `TaskLogs`.
    ///   - task: a mapped task brings its members.
    package init(folder: URL, run: RunID, task: TaskID? = nil) {
        self.folder = folder.appending(path: safeName(run.rawValue))
        self.task = task
    }

    /// Whole lines that have come since the last call, in the order of time. A line still being written waits for the
    /// next call. Throws what the file system does; a run without logs has no lines.
    package mutating func next() throws -> [LogEntry] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        var entries: [LogEntry] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where isAsked(name) {
            entries += try lines(of: name).compactMap(LogEntry.init).filter { task == task?.owner || task == $0.task }
        }
        // Of one moment, those of one file stay together and in their order.
        return entries.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private func isAsked(_ name: String) -> Bool {
        guard name.hasSuffix(".jsonl") else { return false }
        guard let task else { return true }
        return name == safeName(task.owner.rawValue) + ".jsonl"
    }

    private mutating func lines(of name: String) throws -> [String] {
        let file = try FileHandle(forReadingFrom: folder.appending(path: name))
        defer { try? file.close() }  // it was only read
        let start = offsets[name, default: 0]
        try file.seek(toOffset: start)
        guard let read = try file.readToEnd(), let end = read.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        offsets[name] = start + UInt64(end - read.startIndex) + 1
        return read[...end].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}
