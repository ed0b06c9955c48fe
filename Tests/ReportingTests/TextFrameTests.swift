import Reporting
import TestSupport
import Testing

@Suite struct TextFrameTests {
    @Test func `each finding shows its source, its notes and its way out, then they are counted`() {
        #expect(
            Examples.report.rendered(as: .text) == """
                error[EST1001] unknown key 'schedul'
                 --> pipelines/a, b.yaml:2:1
                  |
                2 | schedul: daily
                  | ^^^^^^^
                help: did you mean 'schedule'?

                hint[EST9006] work is left open: 100%\\u{a}sure
                 --> readme.md:1:1

                warning[EST0002] key 'id' is given twice
                 --> schemas/orders.yaml:2:1
                  |
                2 | id: text
                  | ^^
                note: first given here
                 --> schemas/orders.yaml:1:1
                  |
                1 | id: uuid
                  | --
                note: the last one wins

                1 error, 1 warning, 1 hint in 3 files
                to read more: esteira explain EST1001

                """
        )
    }

    @Test func `nothing found says how many files were read`() {
        #expect(Examples.nothing.rendered(as: .text) == "no findings in 1 file\n")
    }

    @Test func `wide characters, combining marks and tabs keep the underline in place`() {
        #expect(
            Examples.frame("\tnome: 1️⃣日本e\u{301}1️⃣ fim") == """
                error[EST1001] message
                 --> a.yaml:1:8
                  |
                1 |     nome: 日本e\u{301} fim
                  |           ^^^^^
                """
        )
    }

    @Test func `characters that steer a terminal are written by their code point`() {
        #expect(
            Examples.frame("a\u{1B}[0m: 1️⃣b\u{202E}1️⃣c") == """
                error[EST1001] message
                 --> a.yaml:1:8
                  |
                1 | a\\u{1b}[0m: b\\u{202e}c
                  |             ^^^^^^^^^
                """
        )
    }

    @Test func `ASCII output has no other character`() {
        let frame = Examples.frame("ação: 1️⃣é1️⃣", style: TextStyle(isASCII: true))
        #expect(
            frame == """
                error[EST1001] message
                 --> a.yaml:1:7
                  |
                1 | a\\u{e7}\\u{e3}o: \\u{e9}
                  |                 ^^^^^^
                """
        )
        #expect(frame.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `what must not be shown is not, wherever a finding stands on its line`() {
        let secret = Rule("EST8001", "secret", summary: "A secret.", explanation: "It is one.", hidesText: true)
        let text = MarkedText("1️⃣key1️⃣: {a: 2️⃣hunter22️⃣, 3️⃣b3️⃣: 1}\n", path: "a.yaml")
        let findings = [
            Diagnostic(Examples.unknownKey, "key", at: Examples.place(text, "1️⃣")),
            Diagnostic(secret, "secret", at: Examples.place(text, "2️⃣")),
            Diagnostic(Examples.unknownKey, "b", at: Examples.place(text, "3️⃣")),
        ]
        let report = DiagnosticReport(findings, sources: [text.source], toolVersion: "0.1.0")
        func marks(_ text: String) -> [Substring] { text.split(separator: "\n").filter { $0.contains(" | ") } }
        #expect(
            marks(report.rendered(as: .text)) == [
                "1 | key: {a: •••, b: 1}", "  | ^^^", "1 | key: {a: •••, b: 1}", "  |          ^^^",
                "1 | key: {a: •••, b: 1}", "  |               ^",
            ])
        #expect(marks(report.rendered(as: .text, style: TextStyle(isASCII: true)))[0] == "1 | key: {a: ***, b: 1}")
    }

    @Test func `an empty span has one mark, also at the end of a line`() {
        #expect(
            Examples.frame("name:1️⃣") == """
                error[EST1001] message
                 --> a.yaml:1:6
                  |
                1 | name:
                  |      ^
                """
        )
    }

    @Test func `a span of several lines marks each from its first word`() {
        #expect(
            Examples.frame("x:\n  1️⃣a: 1\n  b: 2\n1️⃣c: 3") == """
                error[EST1001] message
                 --> a.yaml:2:3
                  |
                2 |   a: 1
                  |   ^^^^
                3 |   b: 2
                  |   ^^^^
                """
        )
    }

    @Test func `a long span shows its first two lines and its last`() {
        let lines = (1...12).map { "key\($0): 1" }.joined(separator: "\n")
        #expect(
            Examples.frame("1️⃣\(lines)1️⃣") == """
                error[EST1001] message
                  --> a.yaml:1:1
                   |
                 1 | key1: 1
                   | ^^^^^^^
                 2 | key2: 1
                   | ^^^^^^^
                ...
                12 | key12: 1
                   | ^^^^^^^^
                """
        )
    }

    @Test func `a long line is cut around its span`() {
        let before = String(repeating: "a", count: 100)
        let after = String(repeating: "z", count: 100)
        #expect(
            Examples.frame("\(before)1️⃣here1️⃣\(after)", style: TextStyle(width: 44)) == """
                error[EST1001] message
                 --> a.yaml:1:101
                  |
                1 | …aaaaaaaaaahere\(String(repeating: "z", count: 24))…
                  |            ^^^^
                """
        )
        #expect(
            Examples.frame("1️⃣\(before)1️⃣", style: TextStyle(isASCII: true, width: 24)) == """
                error[EST1001] message
                 --> a.yaml:1:1
                  |
                1 | \(String(repeating: "a", count: 17))...
                  | \(String(repeating: "^", count: 17))
                """
        )
    }

    @Test func `colour adds nothing but colour`() {
        let coloured = Examples.report.rendered(as: .text, style: TextStyle(isColoured: true))
        #expect(coloured.hasPrefix("\u{1B}[1;31merror[EST1001]\u{1B}[0m \u{1B}[1munknown key 'schedul'\u{1B}[0m\n"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == Examples.report.rendered(as: .text))
    }

    @Test func `every span of a text can be drawn within the width`() {
        let source = SourceText(
            path: "a.yaml",
            text: "a:\t日本\r\n\n  - \u{1}e\u{301}\n" + String(repeating: "xy 語", count: 12) + "\nend"
        )
        let ends = Array(source.utf8.indices) + [source.utf8.count]
        for start in ends {
            for end in ends where end >= start {
                let found = Diagnostic(Examples.unknownKey, "m", at: source.span(start..<end))
                let drawn = DiagnosticReport([found], sources: [source], toolVersion: "0")
                    .rendered(as: .text, style: TextStyle(width: 24))
                for line in drawn.split(separator: "\n") where line.contains("|") {
                    #expect(line.unicodeScalars.count <= 24 + 2, "\(start)..<\(end)")
                }
            }
        }
    }
}
