import Linting
import Reporting
import Testing

/// The examples of a rule are its documentation, and so they are run.
struct RuleExampleTests {
    private static let shown = allRules.filter { $0.bad != nil }.map(\.code)

    @Test(arguments: shown)
    func `the bad example fires its rule once, where it is marked`(_ code: String) throws {
        let rule = try #require(allRules.first { $0.code == code })
        let example = try #require(rule.bad)
        let mark = try #require(
            example.files.compactMap { file in file.mark.map { Place(file: file.path, range: $0) } }.first)
        let files = Set(example.files.map(\.path))
        let found = try ExampleProject(example).findings().items.filter {
            $0.rule == rule && files.contains($0.span.file)
        }
        #expect(found.map { Place(file: $0.span.file, range: $0.span.start.offset..<$0.span.end.offset) } == [mark])
        #expect(found.map(\.fix?.applicability) == [rule.fix])
    }

    @Test(arguments: shown)
    func `the good example has no errors and does not fire it`(_ code: String) throws {
        let rule = try #require(allRules.first { $0.code == code })
        let example = try #require(rule.good, "what is shown wrong is shown right too")
        let files = Set(example.files.map(\.path))
        let found = try ExampleProject(example).findings().items.filter {
            files.contains($0.span.file) || $0.severity == .error
        }
        #expect(found.filter { $0.rule == rule || $0.severity == .error }.map { "\($0.span): \($0.message)" } == [])
    }

    @Test func `a rule without an example says why`() {
        #expect(allRules.filter { ($0.bad == nil) == ($0.unshown == nil) }.map(\.code) == [])
    }

    private struct Place: Equatable {
        var file: String
        var range: Range<Int>
    }
}
