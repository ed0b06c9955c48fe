import Configuration
import Reporting
import TestSupport
import Testing

@Suite struct ReadingTests {
    private func expectFindings(
        _ marked: String,
        as spec: KindSpec = Example.root,
        _ expected: [ExpectedDiagnostic],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText(marked)
        let (record, found) = Example.read(text.text, as: spec)
        expectDiagnostics(found, in: text, expected, sourceLocation: sourceLocation)
        #expect(record?.isComplete != true || !found.hasErrors, sourceLocation: sourceLocation)
    }

    @Test func `fields have their types`() throws {
        let (read, found) = Example.read(
            """
            owner: data
            attempts: 3
            factor: 1
            strict: true
            delay: 1h30m
            memory: 2GiB
            rate: 5%
            mode: null
            key: id
            tags: [a, b]
            threads: auto
            csv: a/${table}.csv
            output: uuid
            steps: [{csv: x}, {parquet: {path: y, compression: zstd}}]
            columns: {id: uuid, kind: {weights: {x: 1, y: 2}}, more: {weights: {of: {z: 3}, seed: s}}}
            meta: {anything: [goes]}
            """
        )
        #expect(found.sorted == [])
        let record = try #require(read)
        #expect(record.isComplete)
        #expect(record.kind == "example")
        #expect(record.text("owner")?.string == "data")
        #expect(record.integer("attempts")?.value == 3)
        #expect(record.number("factor")?.value == 1)
        #expect(record.boolean("strict")?.value == true)
        #expect(record.duration("delay")?.value == .seconds(5400))
        #expect(record.size("memory")?.value == 2 << 30)
        #expect(record.share("rate")?.value == 0.05)
        #expect(record.text("mode")?.string == "null")
        #expect(record.texts("key").map(\.string) == ["id"])
        #expect(record.texts("tags").map(\.string) == ["a", "b"])
        #expect(record.text("threads")?.string == "auto")
        #expect(record.record("csv")?.text("path")?.filling(["table": "orders"]).string == "a/orders.csv")
        #expect(record.record("output")?.kind == "uuid")
        #expect(record.records("steps").map(\.kind) == ["csv", "parquet"])
        #expect(record.map("columns").map(\.name.string) == ["id", "kind", "more"])
        #expect(record.map("columns")[1].value.asRecord?.map("of").map(\.name.string) == ["x", "y"])
        #expect(record.map("columns")[2].value.asRecord?.text("seed")?.string == "s")
        #expect(record.item("meta")?.asNode?["anything"]?.items?.count == 1)
        #expect(record.has("owner") && !record.has("name"))
        #expect(record.keySpan("attempts")?.range == "2:1–2:9")
    }

    @Test func `unknown keys name the nearest`() {
        expectFindings(
            "1️⃣ownr1️⃣: data\n2️⃣zzzzzz2️⃣: 1\n",
            as: KindSpec("small", summary: "") { Field("owner", .string, doc: "") },
            [
                .error("1️⃣", "EST1001", "unknown key 'ownr' in 'small'", help: "did you mean 'owner'?"),
                .error("2️⃣", "EST1001", "unknown key 'zzzzzz' in 'small'", help: "its keys: 'owner'"),
            ]
        )
    }

    @Test func `a misspelt key is not missing as well`() {
        expectFindings(
            "1️⃣cvs1️⃣: a.csv\n",
            as: Example.source,
            [.error("1️⃣", "EST1001", "unknown key 'cvs' in 'source'", help: "did you mean 'csv'?")]
        )
        expectFindings(
            "csv: {1️⃣paht1️⃣: a}\n",
            [.error("1️⃣", "EST1001", "unknown key 'paht' in 'csv'", help: "did you mean 'path'?")]
        )
    }

    @Test func `keys in the wrong place say where they belong`() {
        expectFindings(
            "1️⃣csv1️⃣:\n2️⃣header2️⃣: true\n",
            [
                .error("1️⃣", "EST1002", "'csv' lacks 'path'", help: "write 'path: orders.csv'"),
                .error("2️⃣", "EST0012", "'header' belongs inside 'csv'", help: "move it one level deeper, below 'csv'"),
            ]
        )
        expectFindings(
            "csv: {path: a, 1️⃣owner1️⃣: me}\n",
            [
                .error(
                    "1️⃣",
                    "EST1008",
                    "'owner' belongs to 'example', not to 'csv'",
                    help: "move it one level up, beside 'csv'"
                )
            ]
        )
        expectFindings(
            "output: {parquet: {path: a, 1️⃣header1️⃣: true}}\n",
            [
                .error(
                    "1️⃣",
                    "EST1007",
                    "'header' does not apply to 'parquet'; it is a key of 'csv'",
                    help: "its keys: 'path' and 'compression'"
                )
            ]
        )
        expectFindings(
            "steps:\n- csv:\n  1️⃣path1️⃣: a\n",
            [.error("1️⃣", "EST0012", "'path' belongs inside 'csv'", help: "move it one level deeper, below 'csv'")]
        )
    }

    @Test func `a lost hyphen is thought of`() {
        expectFindings(
            "steps:\n- csv: a\n  1️⃣parquet1️⃣: b\n",
            [
                .error(
                    "1️⃣", "EST1006", "'csv' and 'parquet' cannot stand together",
                    help: "write '- ' before 'parquet' if it is an item of its own")
            ]
        )
    }

    @Test func `missing and exclusive keys`() {
        expectFindings("1️⃣csv1️⃣:\n", [.error("1️⃣", "EST1002", "'csv' lacks 'path'", help: "write 'path: orders.csv'")])
        expectFindings(
            "steps: [1️⃣parquet1️⃣]\n", [.error("1️⃣", "EST1002", "'parquet' lacks 'path'", help: "'path' is text")])
        expectFindings("1️⃣source1️⃣: {}\n", [.error("1️⃣", "EST1006", "'source' needs one of 'csv' and 'parquet'")])
        expectFindings(
            "source: {csv: a, 1️⃣parquet1️⃣: b}\n",
            [.error("1️⃣", "EST1006", "'csv' and 'parquet' cannot stand together", help: "keep one of them")]
        )
        expectFindings(
            "output: {csv: a, 1️⃣owner1️⃣: b}\n",
            [.error("1️⃣", "EST1006", "'csv' and 'owner' cannot stand together", help: "'csv' stands alone here")]
        )
    }

    @Test func `wrong shapes`() {
        expectFindings("owner: 1️⃣[a]1️⃣\n", [.error("1️⃣", "EST1003", "'owner' must be text, found a list")])
        expectFindings(
            "1️⃣owner1️⃣:\n",
            [.error("1️⃣", "EST1003", "'owner' must be text, found nothing", help: "give it a value, or remove the key")]
        )
        expectFindings(
            "owner: 1️⃣null1️⃣\n",
            [.error("1️⃣", "EST1003", "'owner' must be text, found 'null'", help: "quote it: 'null'")]
        )
        expectFindings(
            "attempts: 1️⃣many1️⃣\n", [.error("1️⃣", "EST1003", "'attempts' must be a whole number, found text 'many'")])
        expectFindings(
            "attempts: 1️⃣'5'1️⃣\n",
            [.error("1️⃣", "EST1003", "'attempts' must be a whole number, found text '5'", help: "remove the quotes")]
        )
        expectFindings(
            "attempts: 1️⃣1e11️⃣\n",
            [.error("1️⃣", "EST1003", "'attempts' must be a whole number, found '1e1'", help: "write 10")]
        )
        expectFindings(
            "strict: 1️⃣yes1️⃣\n",
            [.error("1️⃣", "EST1003", "'strict' must be true or false, found text 'yes'", help: "write true")]
        )
        expectFindings(
            "tags: 1️⃣a1️⃣\n",
            [.error("1️⃣", "EST1003", "'tags' must be a list, found text 'a'", help: "write it as a list: [a]")]
        )
        expectFindings("csv: 1️⃣[a]1️⃣\n", [.error("1️⃣", "EST1003", "'csv' must be text, or a mapping, found a list")])
        expectFindings(
            "columns: 1️⃣[a]1️⃣\n", [.error("1️⃣", "EST1003", "'columns' must be a mapping of names, found a list")])
        expectFindings(
            "threads: 1️⃣atuo1️⃣\n",
            [
                .error(
                    "1️⃣",
                    "EST1003",
                    "'threads' must be a whole number, or 'auto', found text 'atuo'",
                    help: "did you mean 'auto'?"
                )
            ]
        )
        expectFindings(
            "tags: [a, 1️⃣{b: c}1️⃣]\n", [.error("1️⃣", "EST1003", "an item of 'tags' must be a name, found a mapping")])
    }

    @Test func `choices, ranges, measures and names`() {
        expectFindings(
            "mode: 1️⃣mrege1️⃣\n", [.error("1️⃣", "EST1004", "'mode' cannot be 'mrege'", help: "did you mean 'merge'?")])
        expectFindings(
            "mode: 1️⃣x1️⃣\n",
            [.error("1️⃣", "EST1004", "'mode' cannot be 'x'", help: "use 'replace', 'append', 'merge' or 'null'")]
        )
        expectFindings(
            "output: 1️⃣uuidd1️⃣\n",
            [.error("1️⃣", "EST1004", "'output' cannot be 'uuidd'", help: "did you mean 'uuid'?")]
        )
        expectFindings(
            "output: {1️⃣cvs1️⃣: x}\n",
            [.error("1️⃣", "EST1001", "unknown key 'cvs' in 'output'", help: "did you mean 'csv'?")]
        )
        expectFindings("attempts: 1️⃣111️⃣\n", [.error("1️⃣", "EST1005", "'attempts' must be between 0 and 10, found '11'")])
        expectFindings("threads: 1️⃣91️⃣\n", [.error("1️⃣", "EST1005", "'threads' must be between 1 and 8, found '9'")])
        expectFindings("factor: 1️⃣.nan1️⃣\n", [.error("1️⃣", "EST1005", "'factor' must be between 0.5 and 2, found '.nan'")])
        expectFindings(
            "rate: 1️⃣1.51️⃣\n",
            [.error("1️⃣", "EST1005", "'rate' must be between 0% and 100%, found '1.5'")]
        )
        expectFindings(
            "rate: 1️⃣51️⃣\n",
            [.error("1️⃣", "EST1005", "'rate' must be between 0% and 100%, found '5'", help: "write 5%")]
        )
        expectFindings(
            "delay: 1️⃣5 minutes1️⃣\n",
            [
                .error(
                    "1️⃣",
                    "EST1016",
                    "'delay' must be a duration such as 10s or 5m, found '5 minutes'",
                    help: "write 5m"
                )
            ]
        )
        expectFindings(
            "delay: 1️⃣101️⃣\n",
            [
                .error(
                    "1️⃣",
                    "EST1016",
                    "'delay' must be a duration such as 10s or 5m, found '10'",
                    help: "say the unit: 10s, 10m or 10h"
                )
            ]
        )
        expectFindings(
            "memory: 1️⃣10gb1️⃣\n",
            [.error("1️⃣", "EST1016", "'memory' must be a size such as 64MiB, found '10gb'", help: "write 10GB")]
        )
        expectFindings("name: 1️⃣my-table1️⃣\n", [.error("1️⃣", "EST2002", "'my-table' is not a name")])
    }

    @Test func `text that other readers take for something else`() {
        expectFindings(
            "owner: 1️⃣no1️⃣\nkey: [2️⃣on2️⃣, 'off']\nproject: 3️⃣12:303️⃣\nattempts: 4️⃣0074️⃣\nfilter: true\nname: y\n",
            [
                .warning(
                    "1️⃣",
                    "EST0004",
                    "'no' is text here; other YAML readers take it for a boolean",
                    help: "quote it: 'no'"
                ),
                .warning("2️⃣", "EST0004", "'on' is text here; other YAML readers take it for a boolean"),
                .warning("3️⃣", "EST0004", "'12:30' is text here; other YAML readers take it for a number in base 60"),
                .warning(
                    "4️⃣",
                    "EST0004",
                    "'007' is read as 7; other YAML readers take it for an octal number",
                    help: "write 7"
                ),
            ]
        )
    }

    @Test func `a part read again gives the same finding`() throws {
        let text = MarkedText("1️⃣csv1️⃣: {header: true}\n")
        var (_, found) = Example.read(text.text)
        let entry = try #require(parsed(text.text).tree?.entries?.first)
        let reader = RecordReader(scope: Example.scope)
        _ = reader.read(entry.value, as: Example.csv, name: entry.key, keySpan: entry.keySpan, found: &found)
        expectDiagnostics(found, in: text, [.error("1️⃣", "EST1002", "'csv' lacks 'path'")])
    }

    @Test func `rules are listed once`() {
        let codes = configurationRules.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes == codes.sorted())
    }
}
