import Expressions
import Testing

@testable import Synthesis

struct CatalogueTests {
    /// Functions that generators know; their examples in the catalogue hold here too.
    private let known = [
        "%", "*", "+", "-", "/", "<", "<=", "<>", "=", ">", ">=", "abs", "and", "ceil", "coalesce", "concat",
        "contains",
        "date_add", "day", "div", "ends_with", "floor", "greatest", "hour", "if", "is distinct from",
        "is not distinct from", "least", "left", "length", "list_contains", "list_length", "lower", "ltrim", "minute",
        "month", "negate", "not", "nullif", "or", "position", "regexp_matches", "replace", "right", "round", "rtrim",
        "second", "starts_with", "substring", "trim", "trunc", "upper", "year", "||",
    ]

    @Test func `examples of the catalogue hold`() throws {
        var held: Set<String> = []
        for function in Catalogue.functions {
            for example in function.examples {
                let column = SyntheticColumn(
                    "same",
                    ExpressionColumn(try parsed("(\(example.expression)) is not distinct from (\(example.result))"))
                )
                let table = SyntheticTable("t", rows: 1, columns: [column])
                let found = issues([table])
                if found.isEmpty {
                    held.insert(function.name)
                    #expect(try written([table]) == ["same", "true"], "\(example.expression)")
                }
            }
        }
        #expect(held.sorted() == known)
    }
}
