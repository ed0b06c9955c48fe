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

    @Test func `of names that stand more than once the engine's place tells which`() {
        expectFindings(
            """
            sql: |
              select quantity, day
              from input
              where 1️⃣quantity1️⃣ = day
            """,
            QueryFault(
                "Binder Error: Cannot compare values of type INTEGER and type DATE in \"quantity\" (line 4, column 8)",
                at: QueryFault.Place(line: 3, column: 8)
            ),
            .error(
                "1️⃣",
                "EST4027",
                "the engine refuses this query: Cannot compare values of type INTEGER and type DATE in \"quantity\""
            )
        )
        expectFindings(
            "sql: select quantity from input 1️⃣where1️⃣",
            QueryFault(
                "Parser Error: syntax error at or near \")\" (line 3, column 1)",
                at: QueryFault.Place(line: 2, column: 1)
            ),
            .error("1️⃣", "EST4001", "the query ends too early")
        )
    }

    @Test func `a table that is no input is declared, and never guessed from afar`() {
        let hint = "Did you mean \"sqlite_master\"?"
        expectFindings(
            "sql: select 1 as n from 1️⃣returns1️⃣",
            QueryFault("Catalog Error: Table with name returns does not exist!", hint: hint),
            .error(
                "1️⃣",
                "EST4002",
                "the engine refuses this query: Table with name returns does not exist!",
                help: "declare it under 'inputs: {returns: returns}'"
            )
        )
        expectFindings(
            "sql: select 1 as n from 1️⃣raw.products1️⃣",
            QueryFault(
                "Catalog Error: Table with name \"raw.products\" does not exist because schema \"raw\" does not exist."
            ),
            .error(
                "1️⃣",
                "EST4002",
                "the engine refuses this query: Table with name \"raw.products\" does not exist because schema \"raw\" does not exist.",
                help: "declare it under 'inputs: {products: raw.products}'"
            )
        )
        expectFindings(
            "sql: select 1 as n from 1️⃣orders1️⃣",
            QueryFault("Catalog Error: Table with name orders does not exist!", hint: hint),
            .error(
                "1️⃣",
                "EST4002",
                "the engine refuses this query: Table with name orders does not exist!",
                help: "write 'input', its name in the query"
            )
        )
        expectFindings(
            "sql: select 1 as n from 1️⃣retruns1️⃣",
            QueryFault("Catalog Error: Table with name retruns does not exist!", hint: hint),
            .error(
                "1️⃣",
                "EST4002",
                "the engine refuses this query: Table with name retruns does not exist!",
                help: "did you mean 'returns'? declare it under 'inputs: {returns: returns}'"
            )
        )
        expectFindings(
            "sql: {query: select 1 as n from 1️⃣people1️⃣, inputs: {p: products}}",
            QueryFault("Catalog Error: Table with name people does not exist!", hint: hint),
            .error(
                "1️⃣",
                "EST4002",
                "the engine refuses this query: Table with name people does not exist!",
                help: "the query's inputs: input, p"
            )
        )
    }

    @Test func `functions and types are told as what they are`() {
        expectFindings(
            "sql: select 1️⃣nvl1️⃣(price, 0) as n from input",
            QueryFault(
                "Catalog Error: Scalar Function with name nvl does not exist! (line 2, column 8)",
                hint: "Did you mean \"nullif\"?"
            ),
            .error(
                "1️⃣",
                "EST4023",
                "the engine refuses this query: Scalar Function with name nvl does not exist!",
                help: "did you mean 'coalesce'?"
            )
        )
        expectFindings(
            "sql: select 1️⃣sum1️⃣(product_id) as n from input",
            QueryFault(
                "Binder Error: No function matches the given name and argument types 'sum(VARCHAR)'. You might need to add explicit type casts.",
                hint: "Candidate functions:"
            ),
            .error(
                "1️⃣",
                "EST4024",
                "the engine refuses this query: No function matches the given name and argument types 'sum(VARCHAR)'. You might need to add explicit type casts."
            )
        )
    }

    @Test func `what a query opens beside its inputs is not opened to bind it`() {
        let file = QueryFault(
            "Permission Error: Cannot access file \"/etc/passwd\" - file system operations are disabled by configuration"
        )
        expectFindings(
            "sql: select column0 from read_csv(1️⃣'/etc/passwd'1️⃣)",
            file,
            .error(
                "1️⃣",
                "EST4002",
                "the query reads '/etc/passwd', which is no dataset",
                help: "declare it under 'sources:' and name it under 'inputs:'; or declare the query's 'columns:'"
            )
        )
        let declared = MarkedText("sql: {query: select column0 from '/etc/passwd', columns: {column0: string}}")
        let (relation, found) = StepTests.relation(of: declared) { _ in .failure(file) }
        #expect(relation != nil && found.items == [])
        expectFindings(
            "sql: 1️⃣select * from delta_scan('x')1️⃣",
            QueryFault(
                "Extension Autoloading Error: An error occurred while trying to automatically install the required extension 'delta':"
            ),
            .error(
                "1️⃣",
                "EST4002",
                "the query needs the engine's extension 'delta', and none is loaded to bind it",
                help: "declare the query's 'columns:'"
            )
        )
    }

    @Test func `a query of comments alone is empty`() {
        let text = MarkedText("sql: 1️⃣\"-- later\"1️⃣")
        let (_, found) = StepTests.relation(of: text)
        expectDiagnostics(
            found,
            in: text,
            [.error("1️⃣", "EST4001", "the query is empty", help: "write one SELECT, as in 'select * from input'")]
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
