import Configuration
import Expressions
import Kinds
import Planning
import Reporting
import Testing

/// How contracts differ, and which differences somebody has to decide.
struct SchemaDriftTests {
    private func schemas(_ texts: [String]) throws -> [String: TableSchema] {
        let sources = texts.enumerated().map { SourceText(path: "schemas/\($0).yaml", text: $1) }
        let files = ProjectFiles(sources + [SourceText(path: "esteira.yaml", text: "project: shop")])
        return try #require(readProject(files, options: ReadingOptions(clock: ReadingClock(now: 0))).project).schemas
    }

    private func changes(_ old: String, _ new: String, keys: (String, String) = ("", "")) throws -> [String] {
        func schema(_ columns: String, _ key: String) throws -> TableSchema {
            let text = "schema: s\ncolumns: {\(columns)}\n" + (key.isEmpty ? "" : "primary_key: \(key)")
            return try #require(schemas([text])["s"])
        }
        return try schema(new, keys.1).changes(since: schema(old, keys.0)).map(told)
    }

    private func told(_ change: ContractChange) -> String {
        let words =
            switch change {
            case .added(let column): "+ \(column.column.name)"
            case .removed(let column): "- \(column.column.name)"
            case .changed(let column, _, let change): "~ \(column.column.name) \(change.kind.rawValue)"
            case .key(let key, let before): "key \(before.map(\.string)) \(key.map(\.string))"
            }
        let loss = change.loss.map { loss in
            ", loses \(loss.was.column.type)\(loss.now.map { " for \($0.column.type)" } ?? "")"
        }
        return "\(words)\(change.breaksReaders ? ", breaks" : "")\(loss ?? "")"
    }

    private static let never = "nullable: false"

    @Test(arguments: [
        ("a: int", "a: integer", []),
        ("a: int, b: date", "b: date, a: int", []),
        ("a: int", "a: int, b: date", ["+ b"]),
        ("a: int, b: date", "a: int", ["- b, breaks, loses date"]),
        ("a: int", "b: int", ["- a, breaks, loses int", "+ b"]),
        ("a: int", "a: bigint", ["~ a type widened"]),
        ("a: bigint", "a: int", ["~ a type narrowed, breaks, loses bigint for int"]),
        ("a: string", "a: date", ["~ a type changed, breaks, loses string for date"]),
        ("a: 'decimal(12,2)'", "a: 'decimal(14,2)'", ["~ a type widened"]),
        (
            "a: 'decimal(12,2)'", "a: 'decimal(12,4)'",
            ["~ a type changed, breaks, loses decimal(12,2) for decimal(12,4)"]
        ),
        ("a: int", "a: {type: int, \(never)}", ["~ a never null now"]),
        ("a: {type: int, \(never)}", "a: int", ["~ a may be null now, breaks"]),
        ("a: {type: int, \(never)}", "a: bigint", ["~ a type widened, breaks"]),
    ])
    func `columns`(_ old: String, _ new: String, _ expected: [String]) throws {
        #expect(try changes(old, new) == expected)
    }

    @Test func `keys, in any order of their columns`() throws {
        let columns = "a: {type: int, \(Self.never)}, b: {type: int, \(Self.never)}"
        #expect(try changes(columns, columns, keys: ("[a, b]", "[b, a]")) == [])
        #expect(try changes(columns, columns, keys: ("a", "[a, b]")) == [#"key ["a"] ["a", "b"], breaks"#])
        #expect(try changes(columns, columns, keys: ("", "a")) == [#"key [] ["a"], breaks"#])
    }

    @Test func `what breaks readers waits for a higher version, the rest for the lock`() throws {
        let locked = try SchemaLock(
            schemas([
                "schema: same\ncolumns: {a: int}", "schema: wider\ncolumns: {a: int}",
                "schema: lost\ncolumns: {a: int, b: int}",
                "schema: raised\ncolumns: {a: int, b: int}", "schema: lowered\nversion: 2\ncolumns: {a: int}",
                "schema: unread\ncolumns: {a: int}", "schema: gone\ncolumns: {a: int}",
            ]))
        let now = try schemas([
            "schema: same\ncolumns: {a: int}", "schema: wider\ncolumns: {a: bigint}",
            "schema: lost\ncolumns: {a: int, c: int}", "schema: raised\nversion: 2\ncolumns: {a: int}",
            "schema: lowered\ncolumns: {a: int}", "schema: unread\ncolumns: {a: nonsense}",
            "schema: fresh\ncolumns: {a: int}",
        ])
        let drifts = locked.drifts(of: now)
        #expect(
            drifts.map(words) == [
                "fresh is new", "gone is gone", "lost: - b, breaks, loses int; + c", "lowered 1, locked 2",
                "raised 2, locked 1",
                "wider: ~ a type widened",
            ])
        #expect(drifts.compactMap(\.undecided).map(words) == ["lost: - b, breaks, loses int", "lowered 1, locked 2"])
    }

    private func words(_ drift: SchemaDrift) -> String {
        switch drift {
        case .new(let schema): "\(schema.name) is new"
        case .gone(let locked): "\(locked.name) is gone"
        case .version(let schema, let locked): "\(schema.name) \(schema.version), locked \(locked.version)"
        case .contract(let schema, _, let changes): "\(schema.name): \(changes.map(told).joined(separator: "; "))"
        }
    }
}
