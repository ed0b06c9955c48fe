import Foundation
import Synchronization
import TestSupport
import Testing

/// A real S3 server on a loopback port, whose buckets are folders. It goes with the object.
final class ObjectServer: Sendable {
    static let accessKey = "esteira"
    static let secretKey = "key-of-the-tests"

    let folder: TemporaryFolder
    /// Host and port.
    let endpoint: String
    private let process: Process

    /// Waits until it says where it listens.
    init() throws {
        let programs = try FileManager.default.contentsOfDirectory(
            at: repositoryRoot.appending(path: ".local/s3"), includingPropertiesForKeys: nil)
        let program = try #require(
            programs.first { $0.lastPathComponent.hasPrefix("rclone-") },
            "scripts/fetch-s3-server fetches the S3 server")
        folder = try TemporaryFolder()
        process = Process()
        process.executableURL = program
        process.arguments = [
            "serve", "s3", "--config", "/dev/null", "--addr", "127.0.0.1:0", "--auth-key",
            "\(Self.accessKey),\(Self.secretKey)",
            "--dir-cache-time", "0s", folder.url.path,
        ]
        let said = Pipe()
        process.standardError = said
        try process.run()
        var text = ""
        while !text.contains("Starting s3 server on [http://") || !text.hasSuffix("\n") {
            let more = said.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the S3 server ended: \(text)")
            text += String(decoding: more, as: UTF8.self)
        }
        endpoint = try #require(text.firstMatch(of: #/Starting s3 server on \[http://([0-9.:]+)/#).map { String($0.1) })
    }

    deinit { process.terminate() }
}
