import Configuration
import Reporting
import TestSupport
import Testing

@Suite struct FindingsInYAMLTests {
    private func expectFindings(
        _ marked: String,
        _ expected: [ExpectedDiagnostic],
        path: String = "test.yaml",
        limits: YAMLLimits = .standard,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText(marked, path: path)
        var found = Diagnostics()
        _ = parseYAML(text.source, found: &found, limits: limits)
        expectDiagnostics(found, in: text, expected, sourceLocation: sourceLocation)
    }

    @Test func `syntax errors say what was expected, where it must be changed`() {
        expectFindings(
            "a: 1️⃣'1️⃣x\nb: 2\n",
            [.error("1️⃣", "EST0001", "this quote is never closed", help: "close it with the same quote")]
        )
        expectFindings("a: 1️⃣{1️⃣b: 1\n", [.error("1️⃣", "EST0001", "this '{' is never closed", help: "add '}'")])
        expectFindings("a: 1️⃣[1️⃣b, c\n", [.error("1️⃣", "EST0001", "this '[' is never closed", help: "add ']'")])
        expectFindings("a: b1️⃣:1️⃣ c\n", [.error("1️⃣", "EST0001", "a ':' cannot stand here")])
        expectFindings(
            "a:\n  b: 1\n 1️⃣c1️⃣: 2\n",
            [
                .error(
                    "1️⃣",
                    "EST0001",
                    "expected a key at the indentation of the mapping",
                    help: "line it up with the keys above"
                )
            ]
        )
        expectFindings("a: \"x\" 1️⃣y1️⃣\n", [.error("1️⃣", "EST0001", "text after the end of a value")])
        expectFindings("a: 1️⃣-1️⃣ b\n", [.error("1️⃣", "EST0001", "a list cannot start here")])
        expectFindings(
            "a: 1️⃣*.csv1️⃣\n",
            [.error("1️⃣", "EST0001", "'*' must be followed by a name", help: "quote the text if '*' is meant literally")]
        )
        expectFindings(
            "a: 1️⃣@x1️⃣\n",
            [.error("1️⃣", "EST0001", "a value cannot start with this character", help: "put the value in quotes")]
        )
        expectFindings(
            "a: \"1️⃣\\d1️⃣\"\n",
            [.error("1️⃣", "EST0001", "not an escape that double quotes know")]
        )
        expectFindings(
            "a: 1️⃣]1️⃣\n",
            [.error("1️⃣", "EST0001", "a value is expected here, or the bracket that closes what is open")]
        )
        expectFindings("- a\n1️⃣b1️⃣: 1\n", [.error("1️⃣", "EST0001", "expected '-' at the indentation of the list")])
    }

    @Test func `a key written twice names both places`() {
        let text = MarkedText("a: 1\n1️⃣a1️⃣: 2\nb: {c: 1, 2️⃣c2️⃣: 2}\n")
        var found = Diagnostics()
        let tree = parseYAML(text.source, found: &found)
        expectDiagnostics(
            found,
            in: text,
            [.error("1️⃣", "EST0002", "key 'a' appears twice"), .error("2️⃣", "EST0002", "key 'c' appears twice")]
        )
        #expect(found.sorted[0].notes == [Diagnostic.Note("first written here", at: text.source.span(0..<1))])
        #expect(tree?["a"]?.scalar?.text == "1")
    }

    @Test func `tabs in indentation`() {
        expectFindings(
            "a:\n1️⃣\t1️⃣b: 1\n",
            [.error("1️⃣", "EST0003", "a tab where indentation is measured in spaces", help: "indent with spaces")]
        )
    }

    @Test func `a line that slipped to the left is told, not the one that then fits nowhere`() {
        let slip = "'users' begins further left than what stands around it"
        expectFindings(
            "sources:\n  orders: 1\n1️⃣users1️⃣:\n    csv: a\n    schema: b\n  products: 2\n",
            [.error("1️⃣", "EST0001", slip, help: "indent it to column 3")]
        )
        expectFindings(
            "sources:\n1️⃣users1️⃣:\n    csv: a\n  products: 2\n",
            [.error("1️⃣", "EST0001", slip, help: "indent it to column 3")]
        )
    }

    @Test func `a comma in parentheses inside braces tears no value apart`() {
        expectFindings(
            "a: {type: 1️⃣decimal(14, 2)1️⃣, b: c, d: f(1)}\ne: {g: x(, h: y}\n",
            [
                .error(
                    "1️⃣", "EST0005", "the ',' inside braces ends the value 'decimal(14'",
                    help: "quote the whole value: \"decimal(14, 2)\"")
            ]
        )
    }

    @Test func `templates without quotes`() {
        expectFindings(
            "a: 1️⃣{{ x }}1️⃣\nb: 2️⃣{{ y }}2️⃣/z\n",
            [
                .error("1️⃣", "EST0005", "'{{' without quotes starts a mapping", help: "quote it: \"{{ x }}\""),
                .error("2️⃣", "EST0005", "'{{' without quotes starts a mapping", help: "quote it: \"{{ y }}\""),
            ]
        )
        expectFindings(
            "a: {b: 1️⃣${x.y}1️⃣, c: d}\n",
            [
                .error(
                    "1️⃣",
                    "EST0005",
                    "'${' without quotes inside braces or brackets starts a mapping",
                    help: "quote the whole value: \"${x.y}\""
                )
            ]
        )
    }

    @Test func `anchors and aliases`() {
        expectFindings(
            "base: 4️⃣&bsae4️⃣ 1\na: &x [1️⃣*x1️⃣]\nb: 2️⃣&y2️⃣ 1\nc: 3️⃣*base3️⃣\nd: {<<: 5️⃣x5️⃣}\n",
            [
                .error("1️⃣", "EST0006", "alias '*x' stands inside the value it names"),
                .warning("2️⃣", "EST0006", "anchor 'y' is never used", help: "remove '&y'"),
                .error("3️⃣", "EST0006", "no anchor '&base' before this alias", help: "did you mean '*bsae'?"),
                .warning("4️⃣", "EST0006", "anchor 'bsae' is never used", help: "remove '&bsae'"),
                .error("5️⃣", "EST0006", "'<<' takes a mapping, or a list of mappings"),
            ]
        )
    }

    @Test func `one document a file`() {
        expectFindings(
            "---\na: 1\n1️⃣---1️⃣\nb: 2\n",
            [.error("1️⃣", "EST0008", "a second document starts here; a file holds one")]
        )
    }

    @Test func `keys that are not text`() {
        expectFindings(
            "1️⃣11️⃣: a\n2️⃣~2️⃣: b\n3️⃣true3️⃣: c\n? 4️⃣[d]4️⃣\n: e\n",
            [
                .error("1️⃣", "EST0010", "key '1' is a number, not text", help: "quote it: '1'"),
                .error("2️⃣", "EST0010", "key '~' is null, not text", help: "quote it: '~'"),
                .error("3️⃣", "EST0010", "key 'true' is a boolean, not text", help: "quote it: 'true'"),
                .error("4️⃣", "EST0010", "a list or mapping cannot be a key"),
            ]
        )
    }

    @Test func `bombs are findings`() {
        let bomb =
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + (0..<8).map { level in
                let (name, last) = (
                    Character(UnicodeScalar(98 + UInt8(level))), Character(UnicodeScalar(97 + UInt8(level)))
                )
                return "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 9).joined(separator: ",") + "]\n"
            }.joined()
        #expect(
            parsed(bomb).findings.map { $0.drop { $0 != " " } } == [
                " error EST0011 more than 100000 values once aliases are expanded"
            ]
        )
        #expect(
            parsed(String(repeating: "[", count: 100_000)).findings
                == ["1:101–1:102 error EST0011 more than 100 lists and mappings inside each other"]
        )
        let nested = String(repeating: "[", count: 90) + String(repeating: "]", count: 90)
        #expect(parsed(nested, limits: YAMLLimits(nodes: 90)).findings == [])
        expectFindings(
            "1️⃣a: 1\n",
            [.error("1️⃣", "EST0011", "the file has 5 bytes, more than 4", help: "split it into smaller files")],
            limits: YAMLLimits(bytes: 4)
        )
    }

    @Test func `encoding`() {
        func findings(_ bytes: [UInt8]) -> [String] {
            var found = Diagnostics()
            _ = parseYAML(SourceText(path: "test.yaml", utf8: bytes), found: &found)
            return found.sorted.map(\.line)
        }
        #expect(
            findings([0xEF, 0xBB, 0xBF] + Array("a: 1\na: 2\n".utf8)) == [
                "1:1–1:2 error EST0009 the file starts with a byte order mark — save it as UTF-8 without BOM",
                "2:1–2:2 error EST0002 key 'a' appears twice — remove or rename one of them [first written here 1:2–1:3]",
            ]
        )
        #expect(
            findings(Array("a: é\nb: ".utf8) + [0xC3, 0x28])
                == ["2:4–2:5 error EST0009 byte 0xC3 at offset 9 is not UTF-8 — save the file as UTF-8"]
        )
        #expect(
            findings(Array("a: \u{7}".utf8)) == [
                "1:4–1:5 error EST0009 control character U+0007 is not allowed — remove it, or write it as an escape in double quotes"
            ]
        )
        #expect(findings([0xFF, 0xFE, 0x61, 0]) == ["1:1–1:1 error EST0009 the file is UTF-16 — save it as UTF-8"])
        for bytes: [UInt8] in [[0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80]] {
            #expect(findings(bytes).count == 1)
        }
    }
}
