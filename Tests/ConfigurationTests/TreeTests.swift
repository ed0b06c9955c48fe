import Configuration
import Reporting
import Testing

@Suite struct TreeTests {
    @Test func `every key and value has its start and end`() {
        let (tree, findings) = parsed(
            """
            a: 1
            b:
              - x
              - 'it''s'

            # c
            c:
              d: |
                one
                 two

              e: >-
                fold
                ed

                para
              f: "q\\u00e9z"

            """
        )
        #expect(findings == [])
        #expect(
            outline(tree) == """
                mapping 1:1–17:16
                a 1:1–1:2: "1" 1:4–1:5
                b 2:1–2:2: list 3:3–4:12
                  - "x" 3:5–3:6
                  - "it\\'s" 4:5–4:12
                c 7:1–7:2: mapping 8:3–17:16
                  d 8:3–8:4: "one\\n two\\n" 8:6–10:9
                  e 12:3–12:4: "fold ed\\npara" 12:6–16:9
                  f 17:3–17:4: "qéz" 17:6–17:16
                """
        )
    }

    @Test func `anchors are expanded and merged where they are named`() {
        let (tree, findings) = parsed(
            "base: &b  # note\n  x: 1\nother:\n  <<: *b\n  y: {a: [1, 2], \"b\":3}\nz: !!str 5\nw: {<<: [*b], x: 2}\n"
        )
        #expect(findings == [])
        #expect(
            outline(tree) == """
                mapping 1:1–7:20
                base 1:1–1:5: mapping 2:3–2:7
                  x 2:3–2:4: "1" 2:6–2:7
                other 3:1–3:6: mapping 4:3–5:24
                  y 5:3–5:4: mapping 5:6–5:24
                    a 5:7–5:8: list 5:10–5:16
                      - "1" 5:11–5:12
                      - "2" 5:14–5:15
                    b 5:18–5:21: "3" 5:22–5:23
                  x 2:3–2:4: "1" 2:6–2:7
                z 6:1–6:2: "5" 6:10–6:11
                w 7:1–7:2: mapping 7:4–7:20
                  x 7:15–7:16: "2" 7:18–7:19
                """
        )
        #expect(tree?["z"]?.scalar?.core == .text)
    }

    @Test func `columns count characters, in files of either line end`() {
        let (tree, _) = parsed("a:\r\n  bé: é😀 x\r\n  c: y\r\n")
        #expect(
            outline(tree) == """
                mapping 1:1–3:7
                a 1:1–1:2: mapping 2:3–3:7
                  bé 2:3–2:5: "é😀 x" 2:7–2:11
                  c 3:3–3:4: "y" 3:6–3:7
                """
        )
    }

    @Test func `JSON has tabs and surrogate pairs`() {
        let (tree, findings) = parsed(
            "{\n\t\"a\":\t\"\\ud83d\\ude00 \\\\ud83d\\/\",\n\t\"b\": [1,2]\n}\n",
            path: "x.json"
        )
        #expect(findings == [])
        #expect(
            outline(tree) == """
                mapping 1:1–4:2
                a 2:2–2:5: "😀 \\\\ud83d/" 2:7–2:31
                b 3:2–3:5: list 3:7–3:12
                  - "1" 3:8–3:9
                  - "2" 3:10–3:11
                """
        )
    }

    @Test func `an empty file is null`() {
        for text in ["", "\n", "# only a comment\n", "---\n"] {
            let (tree, findings) = parsed(text)
            #expect(tree?.isNull == true)
            #expect(findings == [])
        }
    }

    @Test(arguments: [
        ("null", CoreValue.null), ("~", .null), ("", .null), ("true", .boolean(true)), ("FALSE", .boolean(false)),
        ("yes", .text), ("012", .integer(12)), ("0x1F", .integer(31)), ("0o17", .integer(15)), ("-5", .integer(-5)),
        ("1e3", .number(1000)), ("1.", .number(1)), (".5", .number(0.5)), (".inf", .number(.infinity)),
        ("1_000", .text),
        ("2025-01-01", .text), ("+", .text), ("nan", .text), ("inf", .text), ("e", .text), ("0x", .text), ("-.", .text),
    ])
    func `plain scalars mean what the core schema says`(text: String, value: CoreValue) {
        #expect(CoreValue(text) == value)
    }

    /// Words of the text are found where they stand in the file.
    @Test(arguments: [
        "k: plain words here", "k: 'it''s single words'", "k: \"dou\\tble \\u00e9 words \\x41 end\"", "k: 'é 😀 words'",
        "k: |\n  first words\n    deeper\n\n  last é words\n", "k: |2\n   more words\n  less\n",
        "k: >-\n  folded\n  words\n\n  para\n    kept words\n",
        "k: plain\n  over\n\n  three lines", "k: 'single\n  over ''two'' lines'", "k: \"double\n  over \\\n  lines é\"",
        "k: |\r\n  with\r\n  returns\r\n", "k: &a !!str tagged words", "- [flow, words, 'q''uote']",
        "k: |+\n\n  blank first\n\n",
    ])
    func `parts of a text have their places`(yaml: String) throws {
        let source = SourceText(path: "test.yaml", text: yaml)
        var found = Diagnostics()
        let tree = try #require(parseYAML(source, found: &found))
        for scalar in scalars(of: tree) {
            let text = Text(scalar.text, places: scalar.places)
            #expect(!scalar.places.pieces.isEmpty)
            for word in scalar.text.split(whereSeparator: { !$0.isLetter || !$0.isASCII }) {
                let utf8 = scalar.text.utf8
                let start = utf8.distance(from: utf8.startIndex, to: word.startIndex)
                let span = text.span(of: start..<start + word.utf8.count)
                let written = String(decoding: source.utf8[span.start.offset..<span.end.offset], as: UTF8.self)
                #expect(written == word || written == "\\x41")
                #expect(source.span(span.start.offset..<span.end.offset) == span)
            }
        }
    }

    private func scalars(of node: Node) -> [Scalar] {
        switch node.content {
        case .scalar(let scalar): [scalar]
        case .sequence(let items): items.flatMap { scalars(of: $0) }
        case .mapping(let entries): entries.flatMap { scalars(of: $0.value) }
        }
    }
}
