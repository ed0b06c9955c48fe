import Foundation
import Synchronization
import TestSupport
import Testing

/// The built program, started as a person starts it.
enum Program {
    /// The `esteira` that the package manager built beside the tests.
    static func url() throws -> URL {
        let start = URL(filePath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        let beside = [start, URL(filePath: CommandLine.arguments[0])] + bundles()
        let found = beside.map { $0.deletingLastPathComponent().appending(path: "esteira") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return try #require(found, "no 'esteira' beside the tests: swift build --build-tests makes it")
    }

    /// The test helper of some toolchains lies elsewhere and gets the bundle's path as an argument.
    private static func bundles() -> [URL] {
        CommandLine.arguments.filter { $0.contains(".xctest") }.map { URL(filePath: $0) }
    }
}

/// How a process ended, and all it said.
struct Finished: Sendable, CustomStringConvertible {
    /// The exit code; of a killed process the signal's number, negative.
    var code: Int32
    /// stdout.
    var output: String
    /// stderr.
    var report: String

    var description: String { "exit code \(code)\n--- stdout\n\(output)\n--- stderr\n\(report)" }
}

/// What a test does to a running process, from the thread that reads its stderr: nothing comes between.
struct Watch: Sendable {
    /// Gets each line of stderr and the process's id.
    var line: @Sendable (String, pid_t) -> Void

    /// Sends a signal at the first line that contains a text.
    static func signal(_ number: Int32, at text: String) -> Watch {
        let sent = Atomic(false)
        return Watch { line, pid in
            guard line.contains(text), !sent.exchange(true, ordering: .relaxed) else { return }
            kill(pid, number)
        }
    }

    /// Kills so long after the run's first line.
    static func death(after delay: Duration) -> Watch {
        Watch { line, pid in
            guard line.contains(" started, ") else { return }
            let seconds = delay / .seconds(1)
            DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { kill(pid, SIGKILL) }
        }
    }
}

/// Starts a program and waits for its end.
func start(
    _ program: URL,
    _ arguments: [String],
    in folder: URL,
    environment: [String: String],
    watch: Watch? = nil
) async throws -> Finished {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    let (output, report) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = report
    let ended = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { process in
        let isSignal = process.terminationReason == .uncaughtSignal
        ended.continuation.yield(isSignal ? -process.terminationStatus : process.terminationStatus)
        ended.continuation.finish()
    }
    try process.run()
    let pid = process.processIdentifier
    // On threads of their own: a signal at a line must not wait for a free task.
    let (said, told) = (Reading(output) { _ in }, Reading(report) { watch?.line($0, pid) })
    var codes = ended.stream.makeAsyncIterator()
    let code = try #require(await codes.next())
    return await Finished(code: code, output: said.text(), report: told.text())
}

/// Everything a process writes, line by line as it comes.
private struct Reading {
    private let end: AsyncStream<String>

    init(_ pipe: Pipe, _ line: @escaping @Sendable (String) -> Void) {
        let handle = pipe.fileHandleForReading
        let (end, ending) = AsyncStream<String>.makeStream()
        self.end = end
        Thread.detachNewThread {
            var (all, begun) = (Data(), Data())
            while case let piece = handle.availableData, !piece.isEmpty {
                all += piece
                begun += piece
                while let end = begun.firstIndex(of: UInt8(ascii: "\n")) {
                    line(String(decoding: begun[begun.startIndex..<end], as: UTF8.self))
                    begun = Data(begun[(end + 1)...])
                }
            }
            ending.yield(String(decoding: all, as: UTF8.self))
            ending.finish()
        }
    }

    func text() async -> String { await end.first { _ in true } ?? "" }
}
