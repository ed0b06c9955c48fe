import Linting
import Portuguese
import Reporting
import TestSupport
import Testing

struct TranslationTests {
    @Test(arguments: allRules.filter { $0.bad != nil }.map(\.code))
    func `all that is said of a bad example is said in Portuguese too`(_ code: String) throws {
        let rule = try #require(allRules.first { $0.code == code })
        #expect(untranslated(try ExampleProject(rule.bad).findings().items, into: portuguese) == [])
    }
}
