import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct MarkedTextTests {
    @Test func `markers give places in the text without them`() {
        let text = MarkedText("ção: 1️⃣abc1️⃣\nz: 2️⃣d")
        #expect(text.text == "ção: abc\nz: d")
        #expect(text.places == ["1️⃣": [7, 10], "2️⃣": [14]])
        #expect(
            text.span("1️⃣")
                == Span(
                    file: "test.yaml",
                    start: Position(line: 1, column: 6, offset: 7),
                    end: Position(line: 1, column: 9, offset: 10)
                )
        )
        #expect(text.span("3️⃣") == nil)
    }

    @Test func `a finding elsewhere is both missing and unexpected`() {
        let text = MarkedText("1️⃣a: 2️⃣b2️⃣")
        let rule = Rule("EST1001", "unknown-key", summary: "", explanation: "")
        let found = [Diagnostic(rule, "unknown key 'b'", at: text.span("2️⃣")!, help: "remove it")]
        #expect(differences(found, in: text, [.error("2️⃣", "EST1001", "unknown key 'b'")]).isEmpty)
        #expect(
            differences(found, in: text, [.error("1️⃣", "EST1001", "unknown key 'b'")]) == [
                "missing: 1️⃣ error EST1001 unknown key 'b'",
                "unexpected: 2️⃣ error EST1001 unknown key 'b' (help: remove it) at test.yaml:1:4 to 1:5",
            ]
        )
    }

    @Test func `a golden file that differs is told by its first line`() {
        #expect(firstDifference("a\nb\nc", "a\nx") == "line 2 should be 'b' and is 'x'")
        #expect(firstDifference("a", "a\n") == "line 2 should be the end and is ''")
    }

    @Test func `a temporary folder goes with its last user`() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        try folder?.write("1", to: "b/c.txt")
        try folder?.write("2", to: ".hidden")
        #expect(try folder?.files() == [".hidden", "b/c.txt"])
        #expect(try folder?.read("b/c.txt") == "1")
        let url = try #require(folder?.url)
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: url.path))
    }
}
