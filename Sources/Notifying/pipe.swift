import Foundation
import Synchronization

/// Starts a program without a shell, gives it the text as standard input, and waits for its end.
///
/// - Returns: what went wrong; `nil` when it ended with 0.
func pipe(_ text: String, to words: [String], in folder: String, timeout: Duration) async -> String? {
    let process = Process()
    // `env` finds programs as the person's own shell would.
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    let (ended, ending) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { process in
        ending.yield(process.terminationStatus)
        ending.finish()
    }
    do {
        try process.run()
    } catch {
        return "it does not start: \(error.localizedDescription)"
    }
    let isLate = Atomic(false)
    let watch = Task {
        try await Task.sleep(for: timeout)
        isLate.store(true, ordering: .relaxed)
        process.terminate()
    }
    // A program that does not read its input is no fault of the run's.
    try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? input.fileHandleForWriting.close()
    var status: Int32?
    for await code in ended { status = code }
    watch.cancel()
    if isLate.load(ordering: .relaxed) { return "it did not end in \(timeout)" }
    return status == 0 ? nil : "it ended with \(status.map(String.init) ?? "nothing")"
}
