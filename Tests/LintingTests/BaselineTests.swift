import Kinds
import Linting
import Reporting
import Testing

/// Findings that are accepted for now.
struct BaselineTests {
    private static let rule = Rule("EST3011", "csv-inferred", .warning, summary: "", explanation: "")

    private func finding(_ message: String, line: Int = 1) -> Diagnostic {
        let place = Position(line: line, column: 1, offset: line * 10)
        return Diagnostic(Self.rule, Message(message), at: Span(file: "pipelines/a.yaml", start: place, end: place))
    }

    private func judged(_ findings: [Diagnostic], _ baseline: Baseline) -> LintJudgement {
        let looked = LookedAt(ProjectFiles([]), trees: [:], found: Diagnostics(findings))
        return LintJudgement(looked, selection: RuleSelection(), baseline: baseline)
    }

    @Test func `it is written sorted and read again`() throws {
        let baseline = Baseline([finding("b"), finding("a", line: 2), finding("a", line: 3)], within: nil)
        #expect(
            baseline.json == """
                {
                  "version": 1,
                  "findings": [
                    {
                      "path": "pipelines/a.yaml",
                      "code": "EST3011",
                      "fingerprint": "\(finding("b").fingerprint)",
                      "count": 1,
                      "message": "b"
                    },
                    {
                      "path": "pipelines/a.yaml",
                      "code": "EST3011",
                      "fingerprint": "\(finding("a").fingerprint)",
                      "count": 2,
                      "message": "a"
                    }
                  ]
                }

                """)
        let read = try #require(Baseline(SourceText(path: "lint-baseline.json", text: baseline.json)))
        #expect(read.json == baseline.json)
        #expect(Baseline(SourceText(path: "x.json", text: "{\"version\": 2, \"findings\": []}")) == nil)
    }

    @Test func `a finding that moved is known, a second one is new`() {
        let baseline = Baseline([finding("a")], within: nil)
        #expect(judged([finding("a", line: 9)], baseline).findings == [])
        #expect(judged([finding("a", line: 9)], baseline).suppressed.map(\.place) == [.baseline])
        #expect(judged([finding("a"), finding("a", line: 9)], baseline).findings.map(\.span.start.line) == [9])
    }

    @Test func `an entry that no longer occurs is found in the baseline`() throws {
        let written = Baseline([finding("a"), finding("a", line: 2)], within: nil).json
        let baseline = try #require(Baseline(SourceText(path: "lint-baseline.json", text: written)))
        let gone = judged([], baseline).findings
        #expect(
            gone.map { "\($0.span) \($0.rule.code) \($0.message)" } == [
                "lint-baseline.json:4:5 EST9010 'a' (EST3011) is no longer found in 'pipelines/a.yaml'"
            ])
        #expect(
            judged([finding("a")], baseline).findings.map(\.message.description) == [
                "'a' (EST3011) is found less often in 'pipelines/a.yaml'"
            ])
    }

    @Test func `written anew it only shrinks`() {
        let known = Baseline([finding("a"), finding("b")], within: nil)
        let now = [finding("a"), finding("a", line: 2), finding("c")]
        #expect(Baseline(now, within: known).entries.map { "\($0.message) \($0.count)" } == ["a 1"])
        #expect(Set(Baseline(now, within: nil).entries.map { "\($0.message) \($0.count)" }) == ["a 2", "c 1"])
    }
}
