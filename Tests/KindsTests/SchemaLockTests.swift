import Configuration
import Expressions
import Reporting
import Testing

@testable import Kinds

/// What is written down of schemas, and how it is read again.
struct SchemaLockTests {
    private static let orders = """
        schema: orders
        columns:
          order_id: {type: uuid, nullable: false}
          amount: {type: "numeric(12,2)", description: Amount in BRL}
          day: date
        primary_key: order_id
        """
    private static let visits = """
        schema: visits
        version: 3
        columns: {day: date}
        """

    private func read(lock: String? = nil) -> ProjectReading {
        let sources = [
            SourceText(path: "esteira.yaml", text: "project: shop"),
            SourceText(path: "schemas/a.yaml", text: Self.visits),
            SourceText(path: "schemas/b.yaml", text: Self.orders),
        ]
        let locks = [lock].compactMap(\.self).map { SourceText(path: SchemaLock.file, text: $0) }
        return readProject(ProjectFiles(sources + locks), options: ReadingOptions(clock: ReadingClock(now: 0)))
    }

    private func found(lock: String) -> [String] {
        read(lock: lock).found.items.filter { $0.span.file == SchemaLock.file }.map {
            "\($0.span) \($0.rule.code) \($0.message)"
        }
    }

    private static let written = """
        {
          "lock_version": 1,
          "schemas": {
            "orders": {
              "columns": {
                "amount": "decimal(12,2)",
                "day": "date",
                "order_id": "uuid not null"
              },
              "primary_key": [
                "order_id"
              ],
              "version": 1
            },
            "visits": {
              "columns": {
                "day": "date"
              },
              "primary_key": [],
              "version": 3
            }
          }
        }

        """

    @Test func `schemas and columns are sorted, each column on a line`() throws {
        let project = try #require(read().project)
        #expect(project.lock?.json == nil)
        #expect(project.schemas.mapValues(\.version) == ["orders": 1, "visits": 3])
        #expect(SchemaLock(project.schemas).json == Self.written)
    }

    @Test func `what was written is read again, with its places`() throws {
        let lock = try #require(read(lock: Self.written).project?.lock)
        #expect(found(lock: Self.written) == [])
        #expect(lock.json == Self.written)
        let orders = try #require(lock.schemas["orders"])
        #expect(
            orders.columns.map { "\($0.span) \($0.column.name) \($0.column.contract)" } == [
                "schemas.lock:6:9 amount decimal(12,2)", "schemas.lock:7:9 day date",
                "schemas.lock:8:9 order_id uuid not null",
            ])
        #expect("\(orders.span)" == "schemas.lock:4:5" && orders.versionSpan?.start.line == 13)
    }

    @Test(arguments: [
        ("<<<<<<< ours\n\(written)", ["schemas.lock:3:17 EST0001 a ':' cannot stand here"]),
        (
            #"{"lock_version": 2, "more": {}}"#,
            ["schemas.lock:1:18 EST1011 version 2 of 'schemas.lock' is not known; this Esteira knows 1"]
        ),
        ("[]", ["schemas.lock:1:1 EST1003 'schema lock' must be a mapping, found a list"]),
        (
            "",
            [
                "schemas.lock:1:1 EST1002 'schema lock' lacks 'lock_version'",
                "schemas.lock:1:1 EST1002 'schema lock' lacks 'schemas'",
            ]
        ),
        (
            #"{"lock_version": 1, "schemas": {"a": {"columns": {"b": "uid not null"}, "primary_key": [], "version": 1}}}"#,
            ["schemas.lock:1:56 EST3001 no type named 'uid'"]
        ),
        (
            #"{"lock_version": 1, "schemas": {"a": {"columns": {}, "primary_key": [], "version": 0, "more": 1}}}"#,
            [
                "schemas.lock:1:84 EST1005 'version' must be at least 1, found '0'",
                "schemas.lock:1:87 EST1001 unknown key 'more' in 'a'",
            ]
        ),
    ])
    func `a lock that cannot be read is told with its place, and holds nothing`(_ lock: String, _ expected: [String])
        throws
    {
        #expect(found(lock: lock).sorted() == expected)
        #expect(try #require(read(lock: lock).project).lock?.json == nil)
    }
}
