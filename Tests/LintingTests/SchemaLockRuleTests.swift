import Configuration
import Kinds
import Linting
import Reporting
import Testing

/// What is said of schemas that are not as they were locked, and of the tables that they are for.
struct SchemaLockRuleTests {
    private static let locked = """
        # file: schemas.lock
        {
          "lock_version": 1,
          "schemas": {
            "orders": {
              "columns": {
                "order_id": "uuid not null",
                "product_id": "string",
                "quantity": "bigint",
                "status": "string",
                "total_price": "decimal(12,2)"
              },
              "primary_key": ["order_id"],
              "version": 2
            },
            "visits": {"columns": {"day": "date"}, "primary_key": [], "version": 1}
          }
        }
        """
    private static let changed = """
        columns:
          order_id: {type: uuid, nullable: false}
          product_id: {type: string, nullable: false}
          quantity: int
          note: string
          total_price: decimal(12,2)
        primary_key: [order_id, product_id]
        """
    private static let sinks = """
        sources:
          orders: {csv: include/orders.csv, schema: orders}
          products: {csv: include/products.csv, schema: products}
        sinks:
          orders: {from: orders, table: dwh.orders}
          sold: {from: orders, table: dwh.sold, destructive_changes: allow}
          products: {from: products, table: dwh.products}
        """

    private func findings(_ code: String, schema: String) throws -> [Diagnostic] {
        let example = RuleExample(
            stringLiteral: "\(Self.sinks)\n# file: schemas/orders.yaml\n\(schema)\n\(Self.locked)\n")
        return try ExampleProject(example).findings().sorted.filter { $0.rule.code == code }
    }

    private func told(_ finding: Diagnostic) -> String {
        let notes = finding.notes.map { " [\($0.message)\($0.span.map { " \($0)" } ?? "")]" }.joined()
        return
            "\(finding.span) \(finding.severity.rawValue) \(finding.message)\(notes) (\(finding.help?.description ?? ""))"
    }

    private static let others = [
        "schemas.lock:15:5 error schema 'visits' is gone (run 'esteira lock', which takes it out, or put it back)",
        "schemas/products.yaml:1:9 warn schema 'products' is not in schemas.lock (run 'esteira lock')",
    ]

    @Test func `each difference stands at what differs`() throws {
        let raise = "(write 'version: 3' and run 'esteira lock', or undo the change)"
        let lock = "(run 'esteira lock': no reader breaks by this)"
        let found = try findings("EST3026", schema: "schema: orders\nversion: 2\n\(Self.changed)").map(told)
        #expect(
            found == [
                Self.others[0],
                "schemas/orders.yaml:1:9 error column 'status' is gone, and version 2 of schema 'orders' has it [it is locked here schemas.lock:9:9] \(raise)",
                "schemas/orders.yaml:5:3 error column 'product_id' is string not null, and version 2 of schema 'orders' has string [it is locked here schemas.lock:7:9] \(lock)",
                "schemas/orders.yaml:6:3 error column 'quantity' is int, and version 2 of schema 'orders' has bigint [it is locked here schemas.lock:8:9] \(raise)",
                "schemas/orders.yaml:7:3 error column 'note' is new, and version 2 of schema 'orders' does not have it [it is locked here schemas.lock:4:5] \(lock)",
                "schemas/orders.yaml:9:15 error the primary key is (order_id, product_id), and version 2 of schema 'orders' has (order_id) [it is locked here schemas.lock:12:23] \(raise)",
                Self.others[1],
            ])
    }

    @Test func `a version that is not the locked one is told alone`() throws {
        let raised = try findings("EST3026", schema: "schema: orders\nversion: 3\n\(Self.changed)").map(told)
        #expect(
            raised == [
                Self.others[0],
                "schemas/orders.yaml:2:10 warn schema 'orders' has version 3, and schemas.lock has version 2 (run 'esteira lock')",
                Self.others[1],
            ])
        let lowered = try findings("EST3026", schema: "schema: orders\n\(Self.changed)").map(told)
        #expect(
            lowered == [
                Self.others[0],
                "schemas/orders.yaml:1:9 error schema 'orders' has version 1, and schemas.lock has version 2 (write 'version: 2', or a higher one)",
                Self.others[1],
            ])
    }

    @Test func `a schema whose file cannot be read is not gone, and one with unknown types is left alone`() throws {
        let unread = try ExampleProject(
            RuleExample(stringLiteral: "# file: schemas/visits.yaml\nschema: [\n\(Self.locked)\n"))
        #expect(unread.findings().items.filter { $0.rule == .schemaLockDrift && $0.span.file == SchemaLock.file } == [])
        let unknown = try findings("EST3026", schema: "schema: orders\nversion: 2\ncolumns: {order_id: uid}")
        #expect(unknown.map(told) == Self.others)
    }

    @Test func `a table that loses something is told at each sink that does not allow it, whatever the version`() throws
    {
        let way = "(keep it in the schema, or write 'destructive_changes: allow' and change the table by hand)"
        let expected = [
            "pipelines/example.yaml:6:33 error the schema of table 'dwh.orders' has lost column 'status' [it is changed here schemas/orders.yaml:1:9] \(way)",
            "pipelines/example.yaml:6:33 error the schema of table 'dwh.orders' makes column 'quantity' int, and it was bigint [it is changed here schemas/orders.yaml:6:3] \(way)",
        ]
        for version in [2, 3] {
            let found = try findings("EST6008", schema: "schema: orders\nversion: \(version)\n\(Self.changed)").map(
                told)
            #expect(found.filter { $0.hasPrefix("pipelines/example.yaml") } == expected)
            // That of the project around it loads the same schema.
            #expect(found.filter { $0.hasPrefix("pipelines/daily.yaml:35:43") }.count == 2 && found.count == 4)
        }
    }

    @Test func `a schema in a page changes nobody's contract`() throws {
        let project = try ExampleProject(RuleExample(stringLiteral: Self.locked))
        let page = SourceText(
            path: "page.md", text: "```yaml schema\nschema: orders\nversion: 2\n\(Self.changed)\n```\n")
        let subject = try LintSubject(look: { ExampleProject.looked($0) }, isReported: { _ in false })
        let judgement = subject.judged(ProjectFiles(project.files.sources + [page])).judgement
        #expect(judgement.findings.filter { $0.rule == .schemaLockDrift } == [])
    }
}
