import Configuration
import Reporting
import Testing

@Suite struct FuzzTests {
    private static let corpus = [
        "project: shop\nowner: 'a''b'\ntags: [a, b, {c: d}]\nmeta: &m {x: 1}\nlabels: *m\ndefaults: {<<: *m, y: [2]}\n",
        "csv:\n  path: \"a\\u00e9/${table}\\n\"\n  header: true\nsteps:\n- uuid\n- csv: x\n- parquet:\n    path: |\n      one\n       two\n\n",
        "owner: >-\n  fold\n  ${params.team}\n\n  é😀 ${env.X:-y} $${z}\ndelay: 1h30m\nrate: 5%\r\nmode: merge\r\n",
        "{\"owner\": \"\\ud83d\\ude00\", \"attempts\": 1e1, \"tags\": [\"x\",\t\"y\"], \"columns\": {\"a\": {\"weights\": {\"p\": 1}}}}",
        "? [a, b]\n: c\n--- !!str x\n...\n%YAML 1.2\n--- |2\n   x\n",
    ].map { Array($0.utf8) }

    @Test(arguments: 0..<8)
    func `no file crashes or hangs, and every place is in the file`(seed: Int) {
        var random = SplitMix(state: UInt64(seed) &* 0x9E37_79B9)
        for round in 0..<400 {
            let bytes = mutated(Self.corpus[Int(random.next() % 5)], &random)
            let source = SourceText(path: round % 3 == 0 ? "f.json" : "f.yaml", utf8: bytes)
            var found = Diagnostics()
            if let node = parseYAML(source, found: &found, limits: YAMLLimits(depth: 20, nodes: 500)) {
                expectInside(node.span, source)
                _ = RecordReader(scope: Example.scope).read(node, as: Example.root, found: &found)
            } else {
                #expect(found.hasErrors)
            }
            _ = parseDotEnv(source, found: &found)
            for diagnostic in found.items {
                expectInside(diagnostic.span, source)
                for span in diagnostic.notes.compactMap(\.span) { expectInside(span, source) }
            }
        }
    }

    private func expectInside(_ span: Span, _ source: SourceText) {
        let isInside = span.start.offset >= 0 && span.start <= span.end && span.end.offset <= source.utf8.count
        let isExact =
            source.position(at: span.start.offset) == span.start && source.position(at: span.end.offset) == span.end
        #expect(
            isInside && isExact,
            "\(span.range) in \(String(decoding: source.utf8, as: UTF8.self).debugDescription)"
        )
    }

    private func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        let signs = Array(":-?[]{}&*!|>'\"%@`#, \t\n\r$\\\u{0}<~".utf8) + [0xC3, 0xFF, 0xEF, 0xBB, 0xBF]
        for _ in 0..<1 + random.next() % 4 {
            let at = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 5 {
            case 0: bytes[at] = signs[Int(random.next() % UInt64(signs.count))]
            case 1: bytes.insert(signs[Int(random.next() % UInt64(signs.count))], at: at)
            case 2: bytes.remove(at: at)
            case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + Int(random.next() % 20))], at: at)
            default: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 10)))
            }
            if bytes.isEmpty { return [0x61] }
        }
        return bytes
    }

    @Test(.timeLimit(.minutes(1)))
    func `large files take time in proportion`() {
        let line = "{" + (0..<12_000).map { "k\($0): [é, 'x''y', \"z\\n\"]" }.joined(separator: ", ") + "}"
        #expect(parsed(line).findings == [])
        #expect(parsed("a: '" + String(repeating: " ", count: 300_000) + "x'").findings == [])
        #expect(parsed(String(repeating: "{b: ", count: 90) + "1" + String(repeating: "}", count: 90)).tree != nil)
    }
}

/// A small generator with a fixed seed.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
