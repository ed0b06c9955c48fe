import Configuration
import Expressions
import Kinds
import Linting
import Reporting
import Testing

/// Whole projects with random bytes changed: variables, expressions, rules and fixes must live through anything.
struct ProjectFuzzTests {
    @Test(.timeLimit(.minutes(2)), arguments: 0..<6)
    func `no project crashes lint, and every place and edit is in its file`(seed: Int) {
        var random = Random(state: UInt64(seed) &* 0x9E37_79B9 &+ 7)
        for _ in 0..<25 {
            let project = GoodProject.all[random.below(GoodProject.all.count)]
            let sources = project.files.sources
            let broken = random.below(sources.count)
            let files = ProjectFiles(
                sources.enumerated().map { place, source in
                    guard place == broken else { return source }
                    return SourceText(path: source.path, utf8: mutated(source.utf8, &random))
                })
            for finding in project.findings(of: files).items {
                expectInside(finding.span, files)
                finding.notes.compactMap(\.span).forEach { expectInside($0, files) }
                for edit in finding.fix?.edits ?? [] {
                    let length = files[edit.file]?.utf8.count ?? -1
                    #expect(
                        edit.range.lowerBound >= 0 && edit.range.upperBound <= length, "\(finding.rule.code) \(edit)")
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: 0..<4)
    func `fixing comes to an end, and leaves no new error`(seed: Int) {
        var random = Random(state: UInt64(seed) &* 0xD134_2543 &+ 3)
        for _ in 0..<4 {
            let faults = SeededFault.all(SeededFault.Kind.allCases[random.below(SeededFault.Kind.allCases.count)])
            guard !faults.isEmpty else { continue }
            let fault = faults[random.below(faults.count)]
            let first = fault.project.findings(of: fault.files)
            let fixed = FixedProject(
                fault.files, allowing: [.safe, .unsafe], first: first, judge: fault.project.findings,
                verdict: { found in
                    FixVerdict(
                        fixable: found.items.filter { $0.fix != nil },
                        errors: found.items.filter { $0.severity == .error },
                        parsed: Set(fault.files.sources.map(\.path)))
                })
            let (before, after) = (
                first.items.count { $0.severity == .error }, fixed.judged.items.count { $0.severity == .error }
            )
            #expect(after <= before, "\(fault.kind) \(fault.edit)")
        }
    }

    @Test func `no text crashes the expression parser`() {
        var random = Random(state: 11)
        let corpus = [
            "round(coalesce(product_id->price, 0) * quantity, 2)", "case when a > 1 then 'x''y' else null end",
            "a between date '2025-01-01' and b + interval '3' day",
            "not (x in (1, 2.5, 'é') or y is distinct from \"Z z\")",
        ].map { Array($0.utf8) }
        for _ in 0..<4000 {
            let text = String(decoding: mutated(corpus[random.below(corpus.count)], &random), as: UTF8.self)
            do {
                _ = try Expression.parse(text)
            } catch {
                #expect(
                    error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text.debugDescription)"
                )
            }
        }
    }

    private func expectInside(_ span: Span, _ files: ProjectFiles) {
        // What is missing altogether is reported at the start of a file that need not be there.
        guard let source = files[span.file] else {
            return #expect(span.start == .start && span.end == .start, "\(span)")
        }
        let isExact =
            source.position(at: span.start.offset) == span.start && source.position(at: span.end.offset) == span.end
        #expect(span.start <= span.end && isExact, "\(span)")
    }

    private func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
        var bytes = bytes
        let signs = Array(":-?[]{}&*!|>'\"%@`#, \t\n\r$\\<~()0+.".utf8) + [0xC3, 0xFF, 0xEF]
        for _ in 0..<1 + random.below(4) where !bytes.isEmpty {
            let at = random.below(bytes.count)
            switch random.below(5) {
            case 0: bytes[at] = signs[random.below(signs.count)]
            case 1: bytes.insert(signs[random.below(signs.count)], at: at)
            case 2: bytes.remove(at: at)
            case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.below(30))], at: at)
            default: bytes.removeSubrange(at..<min(bytes.count, at + random.below(12)))
            }
        }
        return bytes
    }
}

/// SplitMix64 with a fixed seed.
private struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
