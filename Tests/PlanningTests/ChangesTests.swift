import Configuration
import Kinds
import Planning
import Quality
import Reporting
import Testing

/// What a plan says has changed between two states of the shop.
struct ChangesTests {
    private typealias Edit = (file: String, old: String, new: String)
    private static let pipeline = "pipelines/daily.yaml"

    private func state(_ edits: [Edit], moved: [String: String] = [:]) throws -> ComparedPipeline {
        var shop = try FixtureProject("shop")
        for edit in edits {
            let text = String(decoding: try #require(shop.files[edit.file]).utf8, as: UTF8.self)
            try #require(text.contains(edit.old), "'\(edit.file)' has no '\(edit.old)'")
            shop.files[edit.file] = SourceText(path: edit.file, text: text.replacing(edit.old, with: edit.new))
        }
        for (from, to) in moved {
            shop.files[to] = SourceText(path: to, utf8: try #require(shop.files[from]).utf8)
            shop.files[from] = nil
        }
        let reading = shop.reading()
        var found = reading.found
        let project = try #require(reading.project)
        let compiled = compile(project.pipelines[0], of: project, probe: PlanProbe(), found: &found)
        #expect(found.items.filter { $0.severity == .error } == [])
        return ComparedPipeline(compiled, of: project)
    }

    private func found(_ edits: Edit..., moved: [String: String] = [:]) throws -> PlanChanges {
        try changes(from: state([]), to: state(edits, moved: moved), base: "main")
    }

    /// One line a change: all that it says.
    private func lines(_ edits: Edit..., moved: [String: String] = [:]) throws -> [String] {
        try changes(from: state([]), to: state(edits, moved: moved), base: "main").items.map(line)
    }

    private func line(_ change: PlanChange) -> String {
        let columns = change.columns.isEmpty ? "" : " [\(change.columns.joined(separator: " "))]"
        let reaches = change.reaches.map { " → \($0.subject) [\($0.columns.joined(separator: " "))]" }.joined()
        let place = change.source.map { " @\($0.file):\($0.start.line)" } ?? ""
        let texts = " '\(change.before ?? "")' '\(change.after ?? "")'"
        return
            "\(change.action.symbol) \(change.subject) \(change.category.rawValue) \(change.what)\(texts)\(columns)\(reaches)\(place)"
    }

    private static let all = "[order_id product_id quantity total_price status]"
    private static let behind = """
         → processed.revenue [category revenue orders] → table dwh.orders \(all) → table dwh.revenue [category revenue orders]
        """

    @Test func `a change of a dataset reaches the checks that look values up in it`() throws {
        let base: [Edit] = [
            (
                Self.pipeline, "  revenue:\n    from: orders",
                "  listed:\n    from: raw.products\n\n  revenue:\n    from: orders"
            ),
            (
                "expectations/orders.yaml", "  - unique: order_id",
                "  - unique: order_id\n  - references: {column: product_id, to: processed.listed}"
            ),
        ]
        func reached(_ edit: Edit) throws -> [String] {
            try changes(from: state(base), to: state(base + [edit]), base: "main").items.map(line)
        }
        let from = "    from: raw.products\n"
        #expect(
            try reached((Self.pipeline, from, from + "    steps: [{filter: name <> ''}]\n")) == [
                "~ processed.listed breaking filter added '' 'name <> ''' [product_id name category]"
                    + " → check processed.orders [product_id] @pipelines/daily.yaml:25"
            ])
        #expect(
            try reached((Self.pipeline, from, from + "    steps: [{set: {product_id: upper(product_id)}}]\n")) == [
                "~ processed.listed breaking product_id: computed in another way 'raw.products.product_id' 'upper(product_id)'"
                    + " [product_id] → check processed.orders [product_id] @pipelines/daily.yaml:25"
            ])
        #expect(
            try reached((Self.pipeline, from, from + "    steps: [{set: {name: upper(name)}}]\n")) == [
                "~ processed.listed breaking name: computed in another way 'raw.products.name' 'upper(name)' [name]"
                    + " @pipelines/daily.yaml:25"
            ])
        #expect(
            try reached(("expectations/orders.yaml", "to: processed.listed", "to: raw.products, severity: warning"))
                == [
                    "~ check processed.orders additive check changed 'product_id is in processed.listed.product_id'"
                        + " 'product_id is in raw.products.product_id, warning' @expectations/orders.yaml:5"
                ])
    }

    // MARK: No change

    @Test func `nothing has changed in the same files`() throws {
        #expect(try found() == PlanChanges(base: "main", items: [], unchanged: 7))
    }

    @Test func `layout, comments and the order of keys are no change`() throws {
        let found = try found(
            (Self.pipeline, "quantity > 0", "quantity   >   0   # pieces"),
            (Self.pipeline, "lower(trim(status))", "lower( trim( status ) )"),
            (
                Self.pipeline, "    csv: include/orders.csv\n    schema: orders",
                "    schema: orders\n    csv: include/orders.csv"
            ),
            (
                Self.pipeline, "{from: revenue, table: dwh.revenue, key: category}",
                "{key: category, table: dwh.revenue, from: revenue}"
            ))
        #expect(found == PlanChanges(base: "main", items: [], unchanged: 7))
    }

    @Test func `a file that moved is no change`() throws {
        let moved = [Self.pipeline: "pipelines/each_day.yaml", "schemas/orders.yaml": "schemas/o.yaml"]
        #expect(try found(moved: moved) == PlanChanges(base: "main", items: [], unchanged: 7))
    }

    @Test func `two filters are the same as one of both conditions, in any order`() throws {
        let one: Edit = (Self.pipeline, "filter: quantity > 0", "filter: quantity > 0 and status is not null")
        let two: Edit = (
            Self.pipeline, "- filter: quantity > 0", "- filter: status is not null\n      - filter: quantity > 0"
        )
        #expect(try changes(from: state([one]), to: state([two]), base: "main").items == [])
    }

    @Test func `where a column is computed before it is used does not matter`() throws {
        let steps = "- set: {status: lower(trim(status))}\n      - filter: quantity > 0"
        let turned = "- filter: quantity > 0\n      - set: {status: lower(trim(status))}"
        #expect(try lines((Self.pipeline, steps, turned)) == [])
    }

    // MARK: Rows

    @Test func `another filter changes all columns and what is behind them`() throws {
        #expect(
            try lines((Self.pipeline, "quantity > 0", "quantity > 1")) == [
                "~ processed.orders breaking filter changed 'quantity > 0' 'quantity > 1' \(Self.all)\(Self.behind) @pipelines/daily.yaml:21"
            ])
    }

    @Test func `of two conditions the new one is told`() throws {
        #expect(
            try lines((Self.pipeline, "filter: quantity > 0", "filter: quantity > 0 and status <> 'cancelled'")) == [
                "~ processed.orders breaking filter added '' 'status <> 'cancelled'' \(Self.all)\(Self.behind) @pipelines/daily.yaml:21"
            ])
    }

    @Test func `a step that is gone is told with what it was`() throws {
        #expect(
            try lines((Self.pipeline, "      - distinct: true\n", "")) == [
                "~ processed.orders breaking distinct removed 'whole rows once' '' \(Self.all)\(Self.behind) @pipelines/daily.yaml:16"
            ])
    }

    @Test func `another join is told in one line`() throws {
        let found = try lines(
            (Self.pipeline, "{with: products, on: product_id", "{with: products, kind: left, on: product_id"))
        #expect(
            found.first
                == """
                ~ processed.revenue breaking join changed 'inner with products on product_id' 'left with products on \
                product_id' [category revenue orders] → table dwh.revenue [category revenue orders] @pipelines/daily.yaml:26
                """)
    }

    @Test func `other files are other rows`() throws {
        let found = try lines((Self.pipeline, "include/orders.csv", "include/more.csv"))
        #expect(found.count == 1)
        #expect(
            found[0].hasPrefix(
                "~ raw.orders breaking other files read 'include/orders.csv' 'include/more.csv' \(Self.all) → processed.orders \(Self.all)"
            ))
    }

    @Test func `the order of rows in a file is no data`() throws {
        let sort: Edit = (Self.pipeline, "- filter: quantity > 0", "- filter: quantity > 0\n      - sort: [order_id]")
        #expect(
            try lines(sort) == ["~ processed.orders operational sort added '' 'by order_id' @pipelines/daily.yaml:22"])
    }

    // MARK: Columns

    @Test func `a column computed in another way reaches what reads it alone`() throws {
        #expect(
            try lines((Self.pipeline, "revenue: sum(total_price)", "revenue: sum(total_price * 2)")) == [
                """
                ~ processed.revenue breaking revenue: computed in another way 'sum(total_price)' 'sum(total_price * 2)' \
                [revenue] → table dwh.revenue [revenue] @pipelines/daily.yaml:29
                """
            ])
    }

    @Test func `a column that nothing behind reads does not reach it`() throws {
        let found = try found((Self.pipeline, "lower(trim(status))", "upper(trim(status))"))
        #expect(found.items.map(\.columns) == [["status"]])
        #expect(found.items.flatMap(\.reaches).map(\.subject) == ["table dwh.orders"])
        #expect(found.items.flatMap(\.reaches).map(\.columns) == [["status"]])
        #expect(found.unchanged == 6)
    }

    @Test func `a new column is an addition, told once where it comes from`() throws {
        #expect(
            try lines(("schemas/orders.yaml", "  status: string\n", "  status: string\n  coupon: string\n")) == [
                """
                ~ raw.orders additive column added '' 'coupon' [coupon] → processed.orders [coupon] → table dwh.orders \
                [coupon] @pipelines/daily.yaml:8
                """
            ])
    }

    @Test func `a computed column is told as it is written`() throws {
        let edit: Edit = (
            Self.pipeline, "{status: lower(trim(status))}", "{status: lower(trim(status)), is_big: quantity > 10}"
        )
        #expect(
            try lines(edit) == [
                """
                ~ processed.orders additive column added '' 'is_big = quantity > 10' [is_big] → table dwh.orders [is_big] \
                @pipelines/daily.yaml:20
                """
            ])
    }

    @Test func `a column that is gone breaks, wherever it was passed on`() throws {
        let found = try found(
            (Self.pipeline, "- filter: quantity > 0", "- filter: quantity > 0\n      - drop: status"),
            ("expectations/orders.yaml", "  - in_set: {column: status, values: [paid, open]}\n", ""))
        #expect(
            found.items.map(line).first
                == "~ processed.orders breaking column removed 'status' '' [status] → table dwh.orders [status] @pipelines/daily.yaml:16"
        )
    }

    @Test func `a wider type of a source reaches what is computed from it`() throws {
        let found = try lines(("schemas/orders.yaml", "quantity: int", "quantity: bigint"))
        #expect(
            found == [
                """
                ~ raw.orders breaking quantity: type widened 'int' 'bigint' [quantity] → processed.orders \(Self.all)\
                \(Self.behind) @pipelines/daily.yaml:8
                """
            ])
    }

    @Test(arguments: [
        ("int", "bigint", true), ("decimal(12,2)", "decimal(14,2)", true), ("decimal(14,2)", "decimal(14,4)", false),
        ("string", "int", false), ("bigint", "double", false),
    ])
    func `a type is wider where it holds every value`(_ from: String, _ to: String, _ isWider: Bool) throws {
        let edit: (String) -> Edit = {
            (Self.pipeline, "orders: count()", "orders: count(), extra: \"max(cast(product_id as \($0)))\"")
        }
        let found = try changes(from: state([edit(from)]), to: state([edit(to)]), base: "main")
        #expect(found.items.map(\.what).first == "extra: \(isWider ? "type widened" : "type changed")")
    }

    // MARK: Tables

    @Test func `key, mode and origin of a table break it`() throws {
        #expect(
            try lines(
                (
                    Self.pipeline, "table: dwh.orders, key: order_id",
                    "table: dwh.orders, key: [order_id, product_id], mode: merge"
                )) == [
                    "~ table dwh.orders breaking mode 'replace' 'merge' \(Self.all) @pipelines/daily.yaml:35",
                    "~ table dwh.orders breaking key 'order_id' 'order_id, product_id' \(Self.all) @pipelines/daily.yaml:35",
                ])
    }

    @Test func `what a mode does with which rows breaks a table`() throws {
        let base: Edit = (Self.pipeline, "key: order_id}", "key: order_id, mode: partition, partition: status}")
        let history: Edit = (
            Self.pipeline, "key: order_id}", "key: order_id, mode: scd2, track: [status, quantity], deletes: close}"
        )
        #expect(
            try lines(base) == [
                "~ table dwh.orders breaking mode 'replace' 'partition' \(Self.all) @pipelines/daily.yaml:35",
                "~ table dwh.orders breaking partition 'none' 'status' \(Self.all) @pipelines/daily.yaml:35",
            ])
        #expect(
            try lines(history) == [
                "~ table dwh.orders breaking mode 'replace' 'scd2' \(Self.all) @pipelines/daily.yaml:35",
                "~ table dwh.orders breaking tracked columns 'none' 'status, quantity' \(Self.all) @pipelines/daily.yaml:35",
                "~ table dwh.orders breaking absent rows 'keep' 'close' \(Self.all) @pipelines/daily.yaml:35",
            ])
    }

    @Test func `a sink of another name that loads the same table is the same table`() throws {
        #expect(
            try lines((Self.pipeline, "  orders: {from: processed.orders", "  shop_orders: {from: processed.orders"))
                == [
                    "~ table dwh.orders metadata renamed sink 'orders' 'shop_orders' @pipelines/daily.yaml:35"
                ])
    }

    @Test func `a table that is no longer loaded breaks who reads it`() throws {
        #expect(
            try lines((Self.pipeline, "table: dwh.revenue", "table: dwh.money")) == [
                "- table dwh.revenue breaking table no longer loaded 'replace from processed.revenue' '' [category revenue orders]",
                "+ table dwh.money additive table added '' 'replace from processed.revenue' [category revenue orders] @pipelines/daily.yaml:36",
            ])
    }

    @Test func `a dataset that is gone names what read it`() throws {
        let found = try found(
            (Self.pipeline, "  revenue: {from: revenue, table: dwh.revenue, key: category}", ""),
            (
                Self.pipeline,
                "      - aggregate:\n          by: [category]\n          set: {revenue: sum(total_price), orders: count()}\n",
                ""
            ),
            (Self.pipeline, "  revenue:\n    from: orders", "  priced:\n    from: orders"))
        let gone = try #require(found.items.first { $0.what == "dataset gone" })
        #expect(
            line(gone)
                == "- processed.revenue breaking dataset gone '' '' [category revenue orders] → table dwh.revenue [category revenue orders]"
        )
        #expect(found.items.contains { $0.subject == "processed.priced" && $0.what == "dataset added" })
    }

    @Test func `a dataset of another name says what it was`() throws {
        let found = try found(
            (Self.pipeline, "  revenue:\n    from: orders", "  money:\n    from: orders"),
            (Self.pipeline, "{from: revenue, table", "{from: money, table"))
        #expect(found.items.first { $0.subject == "processed.money" }?.after == "the same as 'processed.revenue' was")
        #expect(found.items.first { $0.what == "loaded from another dataset" }?.category == .breaking)
    }

    // MARK: Words and settings

    @Test func `words are metadata`() throws {
        #expect(
            try lines(
                ("schemas/orders.yaml", "quantity: int", "quantity: {type: int, description: Pieces sold}"),
                (Self.pipeline, "pipeline: daily\n", "pipeline: daily\nowner: shop\ntags: [b, a]\n")) == [
                    "~ table dwh.orders metadata quantity: description '' 'Pieces sold' [quantity] @schemas/orders.yaml:5",
                    "~ pipeline daily metadata owner '' 'shop' @pipelines/daily.yaml:1",
                    "~ pipeline daily metadata tags '' 'a, b' @pipelines/daily.yaml:1",
                ])
    }

    @Test func `retries, timeouts, schedule and files of the lake are operational`() throws {
        let found = try lines(
            (Self.pipeline, "0 6 * * *", "0 7 * * *"),
            (
                Self.pipeline, "  revenue:\n    from: orders",
                "  revenue:\n    timeout: 1h\n    write: {compression: zstd}\n    from: orders"
            ),
            (Self.pipeline, "key: order_id}", "key: order_id, retries: 3}"))
        #expect(
            found == [
                "~ processed.revenue operational timeout 'none' '3600.0 seconds' @pipelines/daily.yaml:23",
                "~ processed.revenue operational written in another way 'snappy, dictionary' 'zstd, dictionary' @pipelines/daily.yaml:23",
                "~ table dwh.orders operational attempts '1' '3' @pipelines/daily.yaml:37",
                "~ pipeline daily operational schedule '0 6 * * * America/Sao_Paulo' '0 7 * * * America/Sao_Paulo' @pipelines/daily.yaml:1",
            ])
    }

    @Test func `the address of a database is not told`() throws {
        let url = "postgres: {url: \"postgresql://shop:hunter2@db/shop\"}"
        let found = try lines(("esteira.yaml", "warehouse: {duckdb: warehouse.duckdb}", "warehouse: {\(url)}"))
        #expect(
            found == [
                "~ profile local operational connection 'warehouse' 'the DuckDB file 'warehouse.duckdb'' 'a PostgreSQL database' @esteira.yaml:6"
            ])
    }

    // MARK: Checks

    @Test func `a check that can hold a dataset back breaks, one that warns is added`() throws {
        let critical = "  - unique: order_id\n  - not_null: status\n"
        let warning = "  - unique: order_id\n  - not_null: {column: status, severity: warning}\n"
        let edit: (String) -> Edit = { ("expectations/orders.yaml", "  - unique: order_id\n", $0) }
        #expect(
            try lines(edit(critical)) == [
                "+ check processed.orders breaking check added '' 'status is not null' @expectations/orders.yaml:5"
            ])
        #expect(
            try lines(edit(warning)) == [
                "+ check processed.orders additive check added '' 'status is not null, warning' @expectations/orders.yaml:5"
            ])
    }

    @Test func `a check that is gone has no effect on the data`() throws {
        let found = try found(("expectations/orders.yaml", "  - unique: order_id\n", ""))
        #expect(found.items.map(\.category) == [.operational])
        #expect(found.items.map(\.what) == ["check removed"])
    }

    @Test func `a check that asks for something else is one change`() throws {
        let found = try found(("expectations/orders.yaml", "min: 1", "min: 2"))
        #expect(found.items.map(\.what) == ["check changed"])
        #expect(found.items.map(\.category) == [.breaking])
        #expect(found.unchanged == 6)
    }

    // MARK: Pipelines

    @Test func `a new pipeline is one addition`() throws {
        let found = try changes(from: nil, to: state([]), base: "main")
        #expect(found.items.map(line) == ["+ pipeline daily additive pipeline added '' '' @pipelines/daily.yaml:1"])
    }

    @Test func `a pipeline of another name is compared all the same`() throws {
        #expect(
            try lines((Self.pipeline, "pipeline: daily", "pipeline: nightly")) == [
                "~ pipeline nightly operational renamed 'daily' 'nightly' @pipelines/daily.yaml:1"
            ])
    }

    @Test func `a parameter that is gone refuses who gives it`() throws {
        let layout: Edit = (
            "esteira.yaml", "project: shop\n", "project: shop\nlake: {layout: \"${zone}/${dataset}.parquet\"}\n"
        )
        let without: Edit = (Self.pipeline, "params:\n  date: {type: date, default: 2026-01-31}\n", "")
        let found = try changes(from: state([layout]), to: state([layout, without]), base: "main")
        #expect(found.items.map(line) == ["- param date breaking parameter removed '' ''"])
    }

    @Test func `a parameter's value in the profile is told where it is written`() throws {
        let layout: Edit = (
            "esteira.yaml", "project: shop\n", "project: shop\nlake: {layout: \"${zone}/${dataset}.parquet\"}\n"
        )
        let given: Edit = ("esteira.yaml", "    lake: lake\n", "    lake: lake\n    params: {date: 2026-01-30}\n")
        let found = try changes(from: state([layout]), to: state([layout, given]), base: "main")
        #expect(
            found.items.map(line) == [
                "~ param date operational value in the profile '2026-01-31' '2026-01-30' @esteira.yaml:6"
            ])
    }

    @Test func `a pipeline that is gone is told beside the changes`() throws {
        var changes = PlanChanges(base: "main")
        let then = try #require(try FixtureProject("shop").reading().project)
        var now = then
        now.pipelines = []
        changes.addRemovedPipelines(of: then, now: now, except: nil)
        #expect(changes.items.map(line) == ["- pipeline daily breaking pipeline gone '' ''"])
    }
}
