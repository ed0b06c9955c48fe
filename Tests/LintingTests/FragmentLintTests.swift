import Configuration
import Kinds
import Linting
import Reporting
import Testing

/// What is found in fragments: once, where it is written, and as comments there accept it.
struct FragmentLintTests {
    private static let options = ReadingOptions(
        scope: Scope(requiresEnvironment: false, environment: [:], secrets: [:]),
        clock: ExampleProject.clock
    )

    private func judged(_ example: RuleExample, select: [String]) throws -> LintJudgement {
        var request = LintRequest()
        request.select = select
        let files = try ExampleProject(example).files
        let looked = LookedAt(files, options: Self.options)
        return try LintSubject(look: { LookedAt($0, options: Self.options) }, request: request, rules: looked.rules)
            .judged(files, looked: looked).judgement
    }

    private func told(_ example: RuleExample, select: String...) throws -> [String] {
        try judged(example, select: select).findings.map { "\($0.span) \($0.rule.code) \($0.message)" }
    }

    @Test func `a parameter of a fragment is read where any pipeline reads it`() throws {
        let example: RuleExample = """
            include: parts/a.yaml
            sources:
              orders: {csv: "${params.folder}/orders.csv", schema: orders}
            # file: pipelines/other.yaml
            pipeline: other
            include: parts/a.yaml
            # file: parts/a.yaml
            params: {folder: {default: include}, unread: {default: x}}
            """
        #expect(try told(example, select: "EST1020") == ["parts/a.yaml:1:38 EST1020 nothing reads parameter 'unread'"])
        let fix = try #require(try judged(example, select: ["EST1020"]).findings.first?.fix)
        #expect(fix.edits.map(\.file) == ["parts/a.yaml"])
    }

    @Test func `style is looked at in each file as it is written`() throws {
        let example: RuleExample = """
            owner: me
            include: parts/a.yaml
            # file: parts/a.yaml
            sources:
              Orders: {csv: include/orders.csv, schema: orders, if_missing: fail}
            params: {}
            tags: []
            """
        #expect(
            try told(example, select: "EST9001", "EST9004", "EST1010") == [
                "parts/a.yaml:2:3 EST9001 'Orders' is not in lower case",
                "parts/a.yaml:2:53 EST1010 'if_missing' is 'fail' anyway",
                "parts/a.yaml:3:1 EST9004 'params' stands after 'sources'",
                "pipelines/example.yaml:3:1 EST9004 'include' stands after 'owner'",
            ]
        )
    }

    @Test func `what is wrong in a fragment says for which pipelines`() throws {
        let example: RuleExample = """
            include: parts/a.yaml
            params: {folder: {default: include}}
            # file: pipelines/other.yaml
            pipeline: other
            include: parts/a.yaml
            # file: parts/a.yaml
            sources:
              orders: {csv: "${params.folder}/orders.csv", schema: ordres}
            """
        let found = try judged(example, select: ["EST1018", "EST2003"]).findings
        #expect(
            found.map { "\($0.span) \($0.message); \($0.notes.map(\.message.description).joined(separator: "; "))" }
                == [
                    "parts/a.yaml:2:18 no variable 'params.folder'; it is included by 'pipelines/other.yaml'",
                    "parts/a.yaml:2:56 no schema named 'ordres'; it is included by 'pipelines/example.yaml'",
                ])
    }

    @Test func `what is defined in another way elsewhere is read all the same`() throws {
        let example: RuleExample = """
            include: parts/a.yaml
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: parts/a.yaml
            sources:
              orders: {csv: "${params.folder}/other.csv", schema: orders, zon: raw}
            """
        #expect(
            try told(example, select: "EST1") == [
                "parts/a.yaml:2:3 EST1014 'orders' is defined in another way in 'pipelines/example.yaml'",
                "parts/a.yaml:2:63 EST1001 unknown key 'zon' in 'orders'",
            ])
    }

    @Test func `comments in a fragment accept what is found there`() throws {
        let example: RuleExample = """
            include: parts/a.yaml
            # file: parts/a.yaml
            sources:
              # esteira: ignore[EST9001] -- an old name
              Orders: {csv: include/orders.csv, schema: orders}
            """
        #expect(try told(example, select: "EST9001", "EST9007") == [])
        #expect(
            try judged(example, select: ["EST9001"]).suppressed.map { "\($0.finding.span)" } == ["parts/a.yaml:3:3"]
        )
    }

    @Test func `a policy finds what a fragment declares at its key there`() throws {
        let example: RuleExample = """
            include: parts/a.yaml
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: parts/a.yaml
            sinks:
              orders: {from: raw.orders, table: orders, mode: append}
            # file: esteira.yaml
            project: shop
            lint:
              policies:
                XMOD1: {for: sink, where: pipeline = 'example', require: mode = 'merge', message: No.}
            """
        #expect(try told(example, select: "XMOD1") == ["parts/a.yaml:2:45 XMOD1 sink 'orders': No."])
    }
}
