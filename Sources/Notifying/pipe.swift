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
    process.standardOutput = FileHandle.nullDevice
    let (ended, ending) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { process in
        ending.yield(process.terminationStatus)
        ending.finish()
    }
    do {
        process.standardInput = try unnamedFile(holding: text)
        try process.run()
    } catch {
        return "it does not start: \(error.localizedDescription)"
    }
    let isLate = Atomic(false)
    let watch = Task {
        try await Task.sleep(for: timeout)
        isLate.store(true, ordering: .relaxed)
        process.terminate()
        // One that does not heed it would hold the run for ever.
        try await Task.sleep(for: grace)
        kill(process.processIdentifier, SIGKILL)
    }
    var status: Int32?
    for await code in ended { status = code }
    watch.cancel()
    if isLate.load(ordering: .relaxed) { return "it did not end in \(timeout)" }
    return status == 0 ? nil : "it ended with \(status.map(String.init) ?? "nothing")"
}

/// Between the asking and the killing of a program that is late.
private let grace = Duration.seconds(2)

/// A file that holds the text and that nobody else can open. No pipe: a program may end without reading its input, and
/// whoever writes into a pipe is killed then.
private func unnamedFile(holding text: String) throws -> FileHandle {
    var path = Array(FileManager.default.temporaryDirectory.appending(path: "esteira-XXXXXX").path.utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    unlink(path)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(text.utf8))
    try file.seek(toOffset: 0)
    return file
}
