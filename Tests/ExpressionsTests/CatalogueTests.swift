import Reporting
import Testing

@testable import Expressions

/// What holds for every function. Their examples run on DuckDB in its own tests.
struct CatalogueTests {
    @Test func `names and aliases are unique, lower case and sorted`() {
        let names = Catalogue.functions.map(\.name)
        #expect(names == names.sorted())
        let all = Catalogue.functions.flatMap { [$0.name] + $0.aliases }
        #expect(Set(all).count == all.count)
        #expect(all == all.map { $0.lowercased() })
        #expect(Catalogue.functions.count { $0.family != .operation } >= 70)
    }

    @Test(arguments: Catalogue.functions.map(\.name))
    func `a function has documentation, and examples of its own type`(_ name: String) throws {
        let function = try #require(Catalogue.function(named: name))
        #expect(function.summary.hasSuffix("."))
        #expect(!function.examples.isEmpty)
        for example in function.examples {
            let rows = try example.rows.map { try typed($0) }
            let column = Column("x", try #require(commonType(of: rows.map(\.type))))
            let value = try typed(example.expression, in: ExpressionScope(RowType([column])), aggregates: true)
            let result = try typed(example.result)
            #expect(commonType(value.type, result.type) != nil, "\(example.expression)")
            #expect(value.isNullable || !result.isNullable, "\(example.expression) cannot be null")
        }
    }

    @Test func `signatures read as documentation`() throws {
        let round = try #require(Catalogue.function(named: "round"))
        #expect(
            round.signatures.map(\.description) == [
                "(int) -> int", "(bigint) -> bigint", "(decimal, [int]) -> decimal(p,s)", "(double, [int]) -> double",
            ]
        )
        #expect(Catalogue.function(named: "coalesce")?.callForms == "coalesce(T, …)")
    }

    @Test func `rules have codes of their own`() {
        #expect(Set(expressionRules.map(\.code)).count == expressionRules.count)
        #expect(Set(expressionRules.map(\.name)).count == expressionRules.count)
        #expect(expressionRules.map(\.code) == expressionRules.map(\.code).sorted())
    }

    @Test func `of names as near as each other the one that begins alike is meant`() {
        #expect(closestName(to: "order_yr", among: ["order_id", "order_year", "order_day"]) == "order_year")
    }

    @Test func `what other engines call a function leads to one that there is`() {
        for (name, meant) in functionSynonyms {
            #expect(Catalogue.callable(named: name) == nil && Catalogue.callable(named: meant) != nil, "\(name)")
        }
    }

    @Test(arguments: [
        ("totl_price", "total_price"), ("Status", "status"), ("stauts", "status"), ("xyz", nil), ("", nil), ("o", nil),
    ])
    func `the closest name is near`(_ name: String, _ expected: String?) {
        #expect(closestName(to: name, among: ["status", "total_price", "order_id"]) == expected)
    }
}
