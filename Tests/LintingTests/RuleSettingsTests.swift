import Configuration
import Kinds
import Linting
import Reporting
import Testing

/// What `lint: {rules: …}` sets of single rules.
struct RuleSettingsTests {
    private func judged(_ rules: String) throws -> [String] {
        let project = try ExampleProject(
            RuleExample(
                stringLiteral: """
                    sources:
                      soldOrders: {csv: include/orders.csv, schema: orders}
                    sinks:
                      orders: {from: raw.soldOrders, table: orders}
                    # file: esteira.yaml
                    project: shop
                    profiles:
                      local: {engine: {duckdb: {memory: 95%}}, lake: lake, connections: {warehouse: {duckdb: warehouse.duckdb}}}
                    lint:
                      select: [memory-budget, naming, EST1001, EST1003, EST9008]
                      rules: \(rules)
                    """
            )
        )
        let options = ReadingOptions(
            scope: Scope(requiresEnvironment: false, environment: [:], secrets: [:]),
            clock: ExampleProject.clock
        )
        let subject = try LintSubject(look: { LookedAt($0, options: options) })
        return subject.judged(project.files).judgement.findings.map { "\($0.rule.code) \($0.message)" }
    }

    @Test func `without settings the defaults hold`() throws {
        #expect(
            try judged("{}") == [
                "EST7015 95% of the memory leaves too little for everything else",
                "EST9001 'soldOrders' is not in lower case",
            ]
        )
    }

    @Test func `a threshold and a pattern are set by code or by name`() throws {
        let told = try judged("{EST7015: {max_percent: 95}, naming: {sources: '[a-zA-Z]+', sinks: 'to_.*'}}")
        #expect(
            told.sorted() == [
                "EST9001 'orders' does not match 'to_.*'", "EST9001 'orders' does not match 'to_.*'",
                "EST9001 'revenue' does not match 'to_.*'",
            ]
        )
    }

    @Test func `what names no rule or option, or is no number or pattern, is told`() throws {
        let told = try judged(
            "{EST7015: {max_percnt: 9, max_percent: most}, naming: {sources: '('}, nonsense: {a: 1}, EST1001: {a: 1}}"
        )
        #expect(
            told.filter { $0.hasPrefix("EST1") || $0.hasPrefix("EST9008") } == [
                "EST1001 rule 'EST7015' has no option 'max_percnt'",
                "EST1003 'max_percent' of rule 'EST7015' is a number, not 'most'",
                "EST1003 'sources' of rule 'EST9001' is a regular expression, not '('",
                "EST9008 no rule 'nonsense'",
                "EST1001 rule 'EST1001' has no option 'a'",
            ]
        )
    }
}
