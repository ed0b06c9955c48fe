import Linting
import Reporting
import Testing

/// Fixes: one pass after another until nothing changes, none that breaks anything.
struct FixingTests {
    private static let rule = Rule("EST1999", "test", .warning, fix: .safe, summary: "", explanation: "")
    private static let error = Rule("EST1998", "test-error", summary: "", explanation: "")

    /// A finding with a fix at every occurrence of a text.
    private func replacing(
        _ old: String, by new: String, _ applicability: Fix.Applicability = .safe
    ) -> (SourceText, inout Diagnostics) -> Void {
        { source, found in
            let text = String(decoding: source.utf8, as: UTF8.self)
            for range in text.ranges(of: old) {
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let span = source.span(start..<start + old.utf8.count)
                found.report(
                    Diagnostic(
                        Self.rule, "has '\(old)'", at: span,
                        fix: Fix(applicability, "write '\(new)'", [TextEdit(span, new)])))
            }
        }
    }

    @Test func `fixes go on until nothing is left, and keep what is around them`() {
        let once = replacing("aa", by: "ab")
        let twice = replacing("ab", by: "c")
        let fixed = fixedText("k: aa # aa stays? no: it is found too\nl: 'aa'\n") { source, found in
            once(source, &found)
            twice(source, &found)
        }
        #expect(fixed == "k: c # c stays? no: it is found too\nl: 'c'\n")
    }

    @Test func `unsafe fixes wait until they are allowed`() {
        let look = replacing("x", by: "y", .unsafe)
        #expect(fixedText("k: x\n", finding: look) == "k: x\n")
        #expect(fixedText("k: x\n", allowing: [.safe, .unsafe], finding: look) == "k: y\n")
    }

    @Test func `a fix that makes the file unreadable is dropped, its neighbours are not`() {
        let bad = replacing("b: 1", by: "b: [")
        let good = replacing("two", by: "zwei")
        let fixed = fixedText("a: two\nb: 1\nc: two\n") { source, found in
            bad(source, &found)
            good(source, &found)
        }
        #expect(fixed == "a: zwei\nb: 1\nc: zwei\n")
    }

    @Test func `a fix that brings an error is dropped`() {
        let fix = replacing("one", by: "two")
        let fixed = fixedText("a: one\n") { source, found in
            fix(source, &found)
            if source.line(1).contains("two") {
                found.report(Diagnostic(Self.error, "no 'two' here", at: source.span(0..<1)))
            }
        }
        #expect(fixed == "a: one\n")
    }

    @Test func `fixes that undo each other end`() {
        let there = replacing("one", by: "two")
        let back = replacing("two", by: "one")
        let fixed = fixedText("a: one\n") { source, found in
            there(source, &found)
            back(source, &found)
        }
        #expect(["a: one\n", "a: two\n"].contains(fixed))
    }

    @Test func `fixes of one place are taken one at a time`() {
        let short = replacing("abc", by: "x")
        let long = replacing("bcd", by: "y")
        let fixed = fixedText("k: abcd\n") { source, found in
            short(source, &found)
            long(source, &found)
        }
        #expect(fixed == "k: xd\n")
    }

    @Test func `a fix that makes an unreadable file readable may show what was hidden`() {
        let fix = replacing("k: [", by: "k: [1]")
        let fixed = fixedText("k: [\n") { source, found in
            fix(source, &found)
            if source.line(1).contains("1") {
                found.report(Diagnostic(Self.error, "no '1' here", at: source.span(0..<1)))
            }
        }
        #expect(fixed.hasPrefix("k: [1]"))
    }
}
