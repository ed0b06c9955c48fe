import Configuration
import Expressions
import Reporting

/// A small language that has every shape, for the tests of this module.
enum Example {
    static let csv = KindSpec("csv", summary: "Comma-separated files.", shorthand: "path") {
        Field("path", .template(["table"]), required: true, example: "orders.csv", doc: "Where the file is.")
        Field("header", .boolean, doc: "Whether the first line names the columns.")
    }
    static let parquet = KindSpec("parquet", summary: "Parquet files.", shorthand: "path") {
        Field("path", .string, required: true, doc: "Where the file is.")
        Field("compression", .choice(["zstd", "snappy", "none"]), doc: "How pages are packed.")
    }
    static let uuid = KindSpec("uuid", summary: "A random identifier.") {}
    static let weights = KindSpec("weights", summary: "Shares of names.", shorthand: "of") {
        Field("of", .map(.number(0...100)), required: true, doc: "Weight of each name.")
        Field("seed", .string, doc: "Makes it repeatable.")
    }
    static let source = KindSpec("source", summary: "A file that is read.", exactlyOne: [["csv", "parquet"]]) {
        Field("csv", .record(csv), doc: "A CSV file.")
        Field("parquet", .record(parquet), doc: "A Parquet file.")
        Field("schema", .name, doc: "Its contract.")
    }
    static let root = KindSpec("example", summary: "Everything.") {
        Field("project", .string, doc: "A name.")
        Field("owner", .string, doc: "Who answers for it.")
        Field("name", .name, doc: "A name.")
        Field("key", .oneOrMany(.column), doc: "Columns.")
        Field("filter", .expression, doc: "A condition.")
        Field("path", .template(["table"]), doc: "A path.")
        Field("attempts", .integer(0...10), doc: "How often.")
        Field("factor", .number(0.5...2), doc: "A factor.")
        Field("strict", .boolean, doc: "Whether.")
        Field("delay", .duration, doc: "How long.")
        Field("memory", .size, doc: "How much.")
        Field("rate", .share, doc: "A share.")
        Field("mode", .choice(["replace", "append", "merge", "null"]), doc: "How.")
        Field("threads", .either([.integer(1...8), .choice(["auto"])]), doc: "How many.")
        Field("tags", .list(.name), doc: "Names.")
        Field("csv", .record(csv), doc: "A CSV file.")
        Field("source", .record(source), doc: "A source.")
        Field("output", .variant([csv, parquet, uuid]), doc: "One of them.")
        Field("steps", .list(.variant([csv, parquet, uuid])), doc: "Many of them.")
        Field("columns", .map(.variant([uuid, weights, parquet])), doc: "By name.")
        free("labels", "retries", "lake", "defaults", "meta")
    }

    private static func free(_ names: String...) -> [Field] { names.map { Field($0, .any, doc: "Anything.") } }

    static let scope = Scope(
        bindings: [
            "params.date": Binding(.date(20_000)), "params.attempts": Binding(.integer(7)),
            "params.team": Binding(.string("data")), "params.tags": Binding(.list([.string("a"), .string("b")])),
            "params.at": Binding(.timestamp(1_728_000_005_000_000)), "params.none": Binding(.null),
            "project": Binding(.string("shop")),
        ],
        environment: ["PGPASSWORD": "hunter2", "THREADS": "4", "EMPTY": "", "URL": "postgres://me:hunter2@db/x"],
        secrets: ["TEAM": "hunter2"]
    )

    /// The record of a text, and everything found on the way.
    static func read(_ text: String, as spec: KindSpec = root, scope: Scope = scope) -> (Record?, Diagnostics) {
        var found = Diagnostics()
        guard let node = parseYAML(SourceText(path: "test.yaml", text: text), found: &found) else {
            return (nil, found)
        }
        let record = RecordReader(scope: scope).read(node, as: spec, found: &found)
        return (record, found)
    }
}
