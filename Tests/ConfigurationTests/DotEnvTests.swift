import Configuration
import Reporting
import TestSupport
import Testing

@Suite struct DotEnvTests {
    @Test func `variables of a file`() {
        var found = Diagnostics()
        let source = SourceText(
            path: ".env",
            text: """
                # comment
                A=1
                export B = two words  # comment
                C="quoted # \\n \\"x\\" $A" # comment
                D='single $A \\n'\r
                E=
                F=a#b
                A=2

                """
        )
        #expect(
            parseDotEnv(source, found: &found) == [
                "A": "2", "B": "two words", "C": "quoted # \n \"x\" $A", "D": "single $A \\n", "E": "", "F": "a#b",
            ]
        )
        #expect(found.sorted == [])
    }

    @Test func `bad lines are findings that show no value`() {
        let text = MarkedText("1️⃣hunter21️⃣\n2️⃣1A=2️⃣hunter2\nB=3️⃣'3️⃣hunter2\nC='a' 4️⃣hunter24️⃣\nD=fine\n", path: ".env")
        var found = Diagnostics()
        #expect(parseDotEnv(text.source, found: &found) == ["D": "fine"])
        expectDiagnostics(
            found,
            in: text,
            [
                .error("1️⃣", "EST8012", "no '=' on this line", help: "write 'NAME=value', or start a comment with '#'"),
                .error("2️⃣", "EST8012", "not a variable name before '='"),
                .error("3️⃣", "EST8012", "this quote is never closed", help: "close it on the same line"),
                .error("4️⃣", "EST8012", "text after the closing quote", help: "quote the whole value"),
            ]
        )
    }

    @Test(
        arguments: [("10s", 10_000), ("1h30m", 5_400_000), ("500ms", 500), ("2d", 172_800_000), ("0s", 0)]
            as [(String, Int64)]
    )
    func `durations`(text: String, milliseconds: Int64) {
        #expect(Duration(parsing: text) == .milliseconds(milliseconds))
    }

    @Test(arguments: ["", "10", "s", "10 s", "-5s", "1.5h", "10S", "99999999999999999999s", "9999999999999999d", "٣s"])
    func `not durations`(text: String) {
        #expect(Duration(parsing: text) == nil)
    }

    @Test func `durations are spelled shortly`() {
        #expect([90, 5400, 86_400, 0].map { Duration.seconds($0).spelled } == ["90s", "90m", "1d", "0ms"])
    }

    @Test func sizes() {
        #expect(["64KiB", "512MB", "7", "0B", "1TiB"].map(byteCount) == [65_536, 512_000_000, 7, 0, 1 << 40])
        #expect(
            ["", "GB", "10gb", "-1", "1.5GB", "99999999TiB9", "9999999999TB"].map(byteCount)
                == Array(repeating: nil, count: 7)
        )
    }
}
