import Linting
import Portuguese
import Reporting
import Testing

struct PortugueseTests {
    @Test func `every rule says in Portuguese what it finds and why`() {
        #expect(Set(allRules.map(\.code)).subtracting(portuguese.translatedRules) == [])
    }

    @Test func `no rule is translated that does not exist`() {
        #expect(portuguese.translatedRules.subtracting(allRules.map(\.code)) == [])
    }

    @Test func `what a rule says in Portuguese is not what it says in English`() throws {
        for rule in allRules {
            let text = try #require(portuguese.wording(of: rule))
            #expect(text.summary != rule.summary && text.explanation != rule.explanation, "\(rule.code)")
            #expect(text.summary.hasSuffix(".") && text.explanation.hasSuffix("."), "\(rule.code)")
        }
    }

    @Test func `a translation has the values of the English one`() throws {
        for english in portuguese.translatedTemplates {
            let template = try #require(portuguese.template(for: english))
            #expect(Set(holes(english)) == Set(holes(template)), "'\(english)'")
        }
    }

    @Test func `no message is translated that nothing says`() throws {
        #expect(portuguese.translatedTemplates.subtracting(try sourceTemplates()) == [])
    }

    @Test func `values and messages in a message are put where the language wants them`() {
        let kind: Message = "schema"
        let message: Message = "no \(kind) named '\("orders")'"
        #expect(message.description == "no schema named 'orders'")
        #expect(portuguese.text(message) == "não há esquema com o nome 'orders'")
    }

    private func holes(_ template: String) -> [Substring] { template.matches(of: #/\{\d+\}/#).map(\.output) }
}
