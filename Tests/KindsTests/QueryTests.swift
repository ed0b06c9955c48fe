import Reporting
import TestSupport
import Testing

@testable import Kinds

/// Queries of `sql` steps: what is told apart in them, and what an engine's refusal becomes.
struct QueryTests {
    @Test func `tokens are words, names, texts, numbers and marks, without comments`() {
        let tokens = sqlTokens(of: "SELECT a.\"B c\", 'it''s', 1.5 -- end\n/* * */ FROM f(x)::int")
        #expect(
            tokens.map(\.text) == [
                "select", "a", ".", "B c", ",", "it''s", ",", "1.5", "from", "f", "(", "x", ")", "::", "int",
            ]
        )
        #expect(tokens.map(\.depth) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0])
        #expect(tokens.map(\.kind)[3...7] == [.name, .mark, .text, .mark, .number])
    }

    @Test func `what is not closed ends with the query`() {
        #expect(sqlTokens(of: "select 'a").map(\.kind) == [.word, .text])
        #expect(sqlTokens(of: "/* x").isEmpty)
        #expect(sqlTokens(of: "").isEmpty)
    }

    private func expectFindings(
        _ step: String,
        _ fault: QueryFault,
        _ expected: ExpectedDiagnostic,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText(step)
        let (_, found) = StepTests.relation(of: text) { _ in .failure(fault) }
        expectDiagnostics(found, in: text, [expected], sourceLocation: sourceLocation)
    }

    @Test func `a refusal is shown at the name it is about`() {
        expectFindings(
            "sql: select 1️⃣quantty1️⃣ from input",
            QueryFault(
                "Binder Error: Referenced column \"quantty\" not found in FROM clause! (line 1, column 40)",
                hint: "Candidate bindings: \"quantity\""
            ),
            .error(
                "1️⃣",
                "EST4003",
                "the engine refuses this query: Referenced column \"quantty\" not found in FROM clause!",
                help: "did you mean 'quantity'?"
            )
        )
        expectFindings(
            "sql: select 1 as n from 1️⃣orderz1️⃣",
            QueryFault("Catalog Error: Table with name orderz does not exist!", hint: "Did you mean \"orders\"?"),
            .error(
                "1️⃣",
                "EST4002",
                "the engine refuses this query: Table with name orderz does not exist!",
                help: "did you mean 'orders'?"
            )
        )
        expectFindings(
            "sql: selec 1️⃣quantity1️⃣ from input",
            QueryFault("Parser Error: syntax error at or near \"quantity\" (line 1, column 3)"),
            .error("1️⃣", "EST4001", "the engine refuses this query: syntax error at or near \"quantity\"")
        )
    }

    @Test func `a statement that is no query is refused before any engine is asked`() {
        let text = MarkedText("sql: select 1 as n from input; 1️⃣drop1️⃣ table input")
        let (_, found) = StepTests.relation(of: text)
        expectDiagnostics(
            found,
            in: text,
            [
                .error(
                    "1️⃣",
                    "EST4020",
                    "'drop' changes something, and a step only computes",
                    help: "write one SELECT; what is to be written is declared as a dataset or a sink"
                )
            ]
        )
    }
}
