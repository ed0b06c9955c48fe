import Configuration
import Expressions
import Foundation
import Kinds
import Planning
import Quality
import Reporting
import TestSupport
import Testing

/// Rules are records that documents, `explain` and reports are made of: none may be missing, doubled or unreadable.
struct RuleRegistryTests {
    private static let modules = [
        ("configurationRules", configurationRules), ("expressionRules", expressionRules),
        ("generatorRules", generatorRules), ("kindRules", kindRules), ("planningRules", planningRules),
        ("qualityRules", qualityRules),
    ]
    private static let rules = modules.flatMap(\.1)

    @Test func `codes and names are unique`() {
        #expect(repeated(Self.rules.map(\.code)) == [])
        #expect(repeated(Self.rules.map(\.name)) == [])
    }

    @Test func `codes are EST and four digits, names are kebab case`() {
        for rule in Self.rules {
            #expect(rule.code.wholeMatch(of: /EST[0-9]{4}/) != nil, "\(rule.code)")
            #expect(rule.name.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil, "\(rule.name)")
        }
    }

    @Test(arguments: modules.map(\.0))
    func `the rules of a module are sorted by code`(_ name: String) throws {
        let codes = try #require(Self.modules.first { $0.0 == name }).1.map(\.code)
        #expect(codes == codes.sorted())
    }

    @Test func `every rule declared in the sources is listed`() throws {
        let declared = try sourceTexts().flatMap { text in
            text.matches(of: /static let \w+ = Rule\(\s*"(EST[0-9]{4})"/).map { String($0.1) }
        }
        #expect(declared.sorted() == Self.rules.map(\.code).sorted())
    }

    @Test func `every rule has a sentence and an explanation`() {
        for rule in Self.rules {
            #expect(rule.summary.hasSuffix("."), "\(rule.code)")
            #expect(rule.explanation.hasSuffix("."), "\(rule.code)")
        }
    }

    /// The family of files and YAML shows what does not parse; all other examples are YAML that does.
    @Test func `examples are YAML`() {
        for rule in Self.rules where !rule.code.hasPrefix("EST0") {
            for example in [rule.bad, rule.good].compactMap(\.self) where !example.contains("\n# and in another file\n") {
                var found = Diagnostics()
                _ = parseYAML(SourceText(path: "\(rule.code).yaml", text: example), found: &found)
                #expect(found.items.map { "\($0.span): \($0.message)" } == [])
            }
        }
    }

    private func repeated(_ texts: [String]) -> [String] {
        Dictionary(grouping: texts) { $0 }.filter { $1.count > 1 }.keys.sorted()
    }

    private func sourceTexts() throws -> [String] {
        let folder = repositoryRoot.appending(path: "Sources")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }
}
