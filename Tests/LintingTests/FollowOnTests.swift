import Linting
import Reporting
import Testing

/// What follows from another mistake is not told: each of these files has one.
struct FollowOnTests {
    private static let checked = "expectations: {raw.orders: orders}\n" + sinks
    private static let sinks = "sinks:\n  orders: {from: raw.orders, table: orders, mode: merge}"

    private static let mistakes: [(text: String, told: [String])] = [
        (
            """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
              bad_rows:
                policy: quarantine
                max: 1%
            \(checked)
            """,
            ["pipelines/example.yaml:6:3 EST1008 'bad_rows' belongs inside 'orders'"]
        ),
        (
            """
            sources:
              orders:
                csv: include/orders.csv
              schema: orders
            \(checked)
            """,
            ["pipelines/example.yaml:5:3 EST0012 'schema' belongs inside 'orders'"]
        ),
        (
            """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
              steps:
                - distinct: true
            \(checked)
            """,
            ["pipelines/example.yaml:7:3 EST1008 'steps' belongs inside 'sold'"]
        ),
        (
            """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: {suit: orders}
            \(sinks)
            """,
            ["pipelines/example.yaml:5:16 EST1001 unknown key 'suit' in 'raw.orders'"]
        ),
        (
            """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations: []
            \(sinks)
            """,
            ["pipelines/example.yaml:4:15 EST1003 'expectations' must be a mapping of names, found a list"]
        ),
        (
            """
            sources:
              orders:
                csv:
                  path: include/orders.csv
                  schema: orders
            \(checked)
            """,
            ["pipelines/example.yaml:6:7 EST0012 'schema' belongs to 'orders', not to 'csv'"]
        ),
        (
            """
            sources:
              orders: {csv: include/orders.csv, shcema: orders}
            \(checked)
            """,
            ["pipelines/example.yaml:3:37 EST1001 unknown key 'shcema' in 'orders'"]
        ),
        (
            """
            params: [a, b]
            sources:
              orders: {csv: "${params.a}/${params.b}.csv", schema: orders}
            \(checked)
            """,
            ["pipelines/example.yaml:2:9 EST1003 'params' must be a mapping of names, found a list"]
        ),
        (
            """
            sources:
              more: {csv: include/more.csv, schema: more}
            sinks:
              more: {from: raw.more, table: more, mode: merge, key: id}
            # file: schemas/more.yaml
            schema: more
            columns: {
            """,
            ["schemas/more.yaml:3:1 EST0001 expected a value here"]
        ),
        (
            """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: broken
            \(sinks)
            # file: expectations/broken.yaml
            suite: {
            """,
            ["expectations/broken.yaml:2:1 EST0001 expected a value here"]
        ),
        (
            """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations: {raw.orders: orders}
            sinks:
              orders: {from: raw.orders, table: orders, mode: merge, timeout: soon}
            # file: esteira.yaml
            project: shop
            profiles: {local: {lake: lake, connections: {warehouse: {postgres: "${env.DATABASE_URL}"}}}}
            """,
            ["pipelines/example.yaml:6:67 EST1016 'timeout' must be a duration such as 10s or 5m, found 'soon'"]
        ),
        (
            """
            params: {date: {type: date, default: today}}
            # file: pipelines/second.yaml
            pipeline: second
            params: {date: {type: date, default: today}}
            # file: esteira.yaml
            project: shop
            profiles: {local: {lake: lake, params: {date: soon}, connections: {warehouse: {duckdb: w.duckdb}}}}
            """,
            [
                "esteira.yaml:2:47 EST7022 parameter 'date' is 'soon', which is not a date such as 2026-01-31, today or yesterday"
            ]
        ),
    ]

    @Test(arguments: mistakes)
    func `one mistake is told once`(_ text: String, _ told: [String]) throws {
        let found = try ExampleProject(RuleExample(stringLiteral: text)).findings().items
        let rules = ["EST5007", "EST7011"]
        let errors = found.filter {
            $0.severity == .error || rules.contains($0.rule.code) && $0.span.file == "pipelines/example.yaml"
        }
        #expect(errors.map { "\($0.span) \($0.rule.code) \($0.message)" } == told)
    }
}
