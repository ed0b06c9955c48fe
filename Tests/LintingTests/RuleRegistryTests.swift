import Foundation
import Linting
import Reporting
import TestSupport
import Testing

/// Rules are records that documents, `explain` and reports are made of: none may be missing, doubled or unreadable.
struct RuleRegistryTests {
    private static let rules = allRules

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

    @Test func `checks are listed by code`() {
        #expect(checks.map(\.rule.code) == checks.map(\.rule.code).sorted())
    }

    @Test func `each rule has a file of its own, and is listed`() throws {
        let folder = repositoryRoot.appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".swift") && $0.contains("/Rules/") && !$0.hasPrefix("Portuguese/")
        }
        let declared = try files.map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            let rules = text.matches(of: /static let (\w+) = Rule\(\s*"(EST[0-9]{4})"/)
            let name = "Rule+\(rules.first.map { String($0.1) } ?? "none").swift"
            #expect(rules.count == 1 && path.hasSuffix("/Rules/\(name)"), "\(path)")
            return rules.first.map { String($0.2) } ?? path
        }
        #expect(declared.sorted() == Self.rules.map(\.code))
    }

    @Test func `every rule has a sentence and an explanation`() {
        for rule in Self.rules {
            #expect(rule.summary.hasSuffix("."), "\(rule.code)")
            #expect(rule.explanation.hasSuffix("."), "\(rule.code)")
        }
    }

    private func repeated(_ texts: [String]) -> [String] {
        Dictionary(grouping: texts) { $0 }.filter { $1.count > 1 }.keys.sorted()
    }
}
