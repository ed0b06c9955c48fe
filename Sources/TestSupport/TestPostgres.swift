import Foundation

/// The PostgreSQL server that tests use: `DATABASE_URL`, or the one that `scripts/postgres` runs.
package enum TestPostgres {
    /// Nil when there is no server; in CI a test then fails where it asks for one, elsewhere it says that it is skipped.
    package static let url: String? = ProcessInfo.processInfo.environment["DATABASE_URL"] ?? privateServer()

    package static var isReachable: Bool { url != nil }

    package static let skipReason = "no PostgreSQL server: run 'scripts/postgres up' or set DATABASE_URL"

    private static func privateServer() -> String? {
        let script = Process()
        script.executableURL = repositoryRoot.appending(path: "scripts/postgres")
        script.arguments = ["url"]
        let output = Pipe()
        script.standardOutput = output
        script.standardError = FileHandle.nullDevice
        guard (try? script.run()) != nil else { return nil }  // no script is no server
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        script.waitUntilExit()
        return script.terminationStatus == 0 ? text.trimmingCharacters(in: .whitespacesAndNewlines) : nil
    }
}
