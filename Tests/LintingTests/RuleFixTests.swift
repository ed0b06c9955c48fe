import Linting
import Reporting
import Testing

/// What a fix leaves behind: not the finding.
struct RuleFixTests {
    private static let mended = allRules.filter { $0.fix != nil && $0.bad != nil }.map(\.code)

    @Test(arguments: mended)
    func `the fix of the bad example puts it right`(_ code: String) throws {
        let rule = try #require(allRules.first { $0.code == code })
        let example = try #require(rule.bad)
        let before = try ExampleProject(example).findings().items
        let fix = try #require(before.first { $0.rule == rule && $0.fix != nil }?.fix)
        let fixed = example.files.map { file in
            var bytes = Array(file.text.utf8)
            let edits = fix.edits.filter { $0.file == file.path }
            for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
                bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
            }
            return "# file: \(file.path)\n\(String(decoding: bytes, as: UTF8.self))"
        }
        let paths = Set(example.files.map(\.path))
        let after = try ExampleProject(RuleExample(stringLiteral: fixed.joined())).findings().items.filter {
            paths.contains($0.span.file)
        }
        #expect(after.filter { $0.rule == rule }.map { "\($0.span): \($0.message)" } == [])
    }
}
