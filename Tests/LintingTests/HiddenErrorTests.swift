import Kinds
import Linting
import Reporting
import Testing

/// Fixes of errors that hide others: what a fix shows is not what it brings.
struct HiddenErrorTests {
    private struct Outcome: Equatable {
        var text: String
        var errors: [String]
        var leftOut: [String]
    }

    private func fixed(_ text: String, _ allowed: Set<Fix.Applicability> = [.safe, .unsafe]) throws -> Outcome {
        let files = try ExampleProject(RuleExample(stringLiteral: text)).files
        let judge = { LintJudgement(ExampleProject.looked($0), selection: RuleSelection()) }
        let fixed = FixedProject(files, allowing: allowed, first: judge(files), judge: judge) { $0.verdict }
        let source = try #require(fixed.files["pipelines/example.yaml"])
        return Outcome(
            text: String(decoding: source.utf8, as: UTF8.self),
            errors: fixed.judged.errors.map { "\($0.span) \($0.message)" },
            leftOut: fixed.leftOut.map { "\($0.span) \($0.message)" })
    }

    private func pipeline(badRows: String = "fail", steps: String) -> String {
        """
        pipeline: example
        sources:
          orders: {csv: include/orders.csv, schema: orders, bad_rows: \(badRows)}
        transforms:
          sold:
            from: raw.orders
            steps:
              \(steps.split(separator: "\n").joined(separator: "\n      "))
        sinks:
          sold: {from: sold, table: sold}

        """
    }

    @Test func `two mistakes in one node are both put right`() throws {
        let outcome = try fixed(pipeline(badRows: "{polcy: quarentine, max: 1%}", steps: "- distinct: true"))
        let expected = pipeline(badRows: "{policy: quarantine, max: 1%}", steps: "- distinct: true")
        #expect(outcome == Outcome(text: expected, errors: [], leftOut: []))
    }

    @Test func `a safe fix is made however many errors show behind it`() throws {
        let steps = "- distinct: yes\n- set: {a: nowhere, b: nothing}"
        let outcome = try fixed(pipeline(steps: steps), [.safe])
        #expect(outcome.text == pipeline(steps: steps.replacing("yes", with: "true")))
        #expect(
            outcome.errors == [
                "pipelines/example.yaml:9:18 no column 'nowhere'", "pipelines/example.yaml:9:30 no column 'nothing'",
            ])
        #expect(outcome.leftOut == [])
    }

    @Test func `an unsafe fix that shows more errors is made where these can be fixed`() throws {
        let steps = "- dedupe: {key: orderid, order: [quantty, totl_price]}"
        let outcome = try fixed(pipeline(steps: steps))
        let expected = pipeline(steps: "- dedupe: {key: order_id, order: [quantity, total_price]}")
        #expect(outcome == Outcome(text: expected, errors: [], leftOut: []))
    }

    @Test func `an unsafe fix that brings more errors than it takes away is dropped, and that is told`() {
        let error = Rule("EST1998", "test-error", summary: "", explanation: "")
        let files = SourceText(path: "pipelines/a.yaml", text: "a: one\nb: one\n")
        func judge(_ text: SourceText) -> Diagnostics {
            let isTwo = text.line(1).contains("two")
            let span = text.span(3..<6)
            let fix = Fix(.unsafe, "write 'two'", [TextEdit(span, "two")])
            return Diagnostics(
                isTwo
                    ? [Diagnostic(error, "no 'two'", at: span), Diagnostic(error, "none at all", at: span)]
                    : [Diagnostic(error, "no 'one'", at: span, fix: fix)])
        }
        let fixed = FixedProject(
            .init([files]), allowing: [.safe, .unsafe], first: judge(files), judge: { judge($0.sources[0]) },
            verdict: {
                FixVerdict(fixable: $0.items.filter { $0.fix != nil }, errors: $0.items, parsed: ["pipelines/a.yaml"])
            })
        #expect(fixed.files.sources.map(\.utf8) == [files.utf8])
        #expect(fixed.fixCount == 0)
        #expect(fixed.leftOut.map(\.message.description) == ["no 'one'"])
    }
}
