import Foundation
import TestSupport
import Testing

@testable import Notifying

/// Posts to a real server of this machine, through the system's libcurl.
@Suite struct WebhookTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `the body arrives as JSON`() async throws {
        let url = try server(answering: 204)
        #expect(await post(#"{"event":"failure"}"#, to: url + "/hooks?key=s3cret", timeout: .seconds(20)) == nil)
        let told = try String(contentsOfFile: folder.path + "/told", encoding: .utf8)
        #expect(told == "/hooks?key=s3cret application/json {\"event\":\"failure\"}")
    }

    @Test func `an answer that is no success is a problem`() async throws {
        let url = try server(answering: 503)
        #expect(await post("{}", to: url, timeout: .seconds(20)) == "the server answered 503")
    }

    @Test func `without an answer the problem does not quote the URL`() async throws {
        let problem = try #require(await post("{}", to: "http://127.0.0.1:1/?key=s3cret", timeout: .seconds(20)))
        #expect(problem.hasPrefix("no answer: "))
        #expect(!problem.contains("s3cret"))
    }

    /// Takes one request, writes what it got into `told`, and ends.
    private func server(answering status: Int) throws -> String {
        let script = """
            import http.server, sys
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_POST(self):
                    body = self.rfile.read(int(self.headers['content-length'])).decode()
                    open('told', 'w').write(f"{self.path} {self.headers['content-type']} {body}")
                    self.send_response(\(status))
                    self.end_headers()
                def log_message(self, *_): pass
            server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
            print(server.server_port, flush=True)
            server.handle_request()
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.currentDirectoryURL = folder.url
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        // The one line comes at once, when the server listens.
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        return "http://127.0.0.1:\(try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines))))"
    }
}
