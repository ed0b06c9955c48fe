import Foundation
import Kinds
import Linting
import Reporting
import TestSupport
import Testing

/// What the checks of structure, names and the graph say besides the examples of their rules, and what they leave alone.
struct StructureChecksTests {
    private func found(_ example: RuleExample, _ code: String) throws -> [String] {
        let findings = try ExampleProject(example).findings().items.filter { $0.rule.code == code }
        return findings.map { "\($0.span) \($0.severity.rawValue) \($0.message)" }.sorted()
    }

    /// The text of a file after the fixes of one rule.
    private func fixed(_ example: RuleExample, _ code: String, file: String = "pipelines/example.yaml") throws -> String
    {
        let project = try ExampleProject(example)
        // Two findings may have the same way out.
        let edits = Set(project.findings().items.filter { $0.rule.code == code }.compactMap(\.fix).flatMap(\.edits))
        var bytes = try #require(project.files[file]).utf8
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) where edit.file == file {
            bytes.replaceSubrange(edit.range, with: edit.replacement.utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `columns of a sink that change nothing`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: one, mode: scd2, key: order_id, track: [order_id]}
              none: {from: raw.orders, table: two, mode: scd2, key: order_id, track: []}
              twice: {from: raw.orders, table: three, mode: merge, key: [order_id, order_id]}
              parts: {from: raw.orders, table: four, mode: partition, key: order_id, partition: [status, status]}
              right: {from: raw.orders, table: five, mode: scd2, key: order_id, track: status}
            """
        let told = try found(example, "EST6026")
        #expect(
            told == [
                "pipelines/example.yaml:5:76 warn 'track' names the key alone, so that no row ever gets a second version",
                "pipelines/example.yaml:6:74 warn an empty 'track' tracks every column but the key",
                "pipelines/example.yaml:7:72 warn 'key' names 'order_id' twice",
                "pipelines/example.yaml:8:94 warn 'partition' names 'status' twice",
            ])
    }

    @Test func `a generator is held to the schema by which another pipeline reads its file`() throws {
        let example: RuleExample = """
            # file: pipelines/maker.yaml
            pipeline: maker
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  stocks:
                    rows: 10
                    columns: {product_id: uuid, stock: full_name, code: {template: "{100..999}"}}
            # file: pipelines/reader.yaml
            pipeline: reader
            sources:
              stocks: {csv: include/stocks.csv, schema: stocks}
            # file: schemas/stocks.yaml
            schema: stocks
            columns: {product_id: string, stock: int, code: int}
            """
        #expect(
            try found(example, "EST3036") == [
                "pipelines/maker.yaml:9:37 error 'stock' is generated as string, and the schema says int"
            ])
    }

    @Test func `a default that is written goes with its line`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders:
                csv: {path: include/orders.csv, header: true}
                schema: orders
                if_missing: fail  # as everywhere
                retries: {attempts: 1}
                zone: bronze
            sinks:
              orders: {table: sales, connection: warehouse, mode: replace}
            """
        #expect(
            try found(example, "EST1010") == [
                "pipelines/example.yaml:10:26 hint 'connection' is 'warehouse' anyway",
                "pipelines/example.yaml:6:5 hint 'if_missing' is 'fail' anyway",
            ])
        #expect(
            try fixed(example, "EST1010") == """
                pipeline: example
                sources:
                  orders:
                    csv: {path: include/orders.csv, header: true}
                    schema: orders
                    retries: {attempts: 1}
                    zone: bronze
                sinks:
                  orders: {table: sales, mode: replace}

                """)
    }

    @Test func `a parameter is read in texts, in expressions and by the layout of the lake`() throws {
        let example: RuleExample = """
            pipeline: example
            params:
              least: {type: int, default: 1}
              region: north
              folder: include
              unread: x
              date: {type: date, default: today}
            sources:
              orders: {csv: "${params.folder}/orders.csv", schema: orders}
            transforms:
              sold: {from: orders, steps: [{filter: quantity > params.least}]}
            # file: esteira.yaml
            project: shop
            lake: {layout: "${params.region}/${zone}/${dataset}.parquet"}
            """
        #expect(try found(example, "EST1020") == ["pipelines/example.yaml:6:3 warn nothing reads parameter 'unread'"])
        #expect(try !fixed(example, "EST1020").contains("unread"))
    }

    @Test func `what a check alone reads is used`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              known: {from: raw.orders, steps: [{filter: quantity > 0}]}
            expectations:
              raw.products: {suite: sold, on_failure: warn}
            # file: expectations/sold.yaml
            expectations:
              - references: {column: product_id, to: processed.known}
            """
        #expect(try found(example, "EST2007") == [])
        #expect(try found(example, "EST2008") == [])
    }

    @Test func `a dataset has the values of its own columns`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: own
            # file: expectations/own.yaml
            expectations:
              - references: {column: product_id, to: raw.orders.product_id}
              - references: {column: product_id, to: raw.orders.status}
            """
        #expect(
            try found(example, "EST5005") == [
                "expectations/own.yaml:2:42 hint 'raw.orders' is the dataset itself, which has every value of its own columns"
            ])
    }

    private static let givenByProfile: RuleExample = """
        pipeline: example
        params:
          limit: {type: int, default: 10}
          other: x
        sources:
          orders: {csv: include/orders.csv, schema: orders}
        # file: esteira.yaml
        project: shop
        profiles:
          local: {lake: lake, params: {limit: 5, othr: y, anything: z}}
          other: {lake: other, params: {othr: y, other: z}}
        """

    @Test func `a parameter that a profile sets is not read by that, and stays with its section`() throws {
        let project = try ExampleProject(Self.givenByProfile)
        let found = project.findings().items.filter { $0.rule.code == "EST1020" }
        #expect(
            found.flatMap { finding in
                finding.notes.map { "\(finding.span) \($0.message) \($0.span.map { "\($0)" } ?? "")" }
            } == [
                "pipelines/example.yaml:3:3 profile 'local' sets it here esteira.yaml:3:32",
                "pipelines/example.yaml:4:3 profile 'other' sets it here esteira.yaml:4:42",
            ])
        #expect(found.map(\.fix) == [nil, nil])
    }

    @Test func `a name of a profile that no pipeline has is told, and what it may mean`() throws {
        #expect(
            try found(Self.givenByProfile, "EST1015") == [
                "esteira.yaml:3:42 warn profile 'local' sets 'othr', and no pipeline has a parameter of that name",
                "esteira.yaml:3:51 warn profile 'local' sets 'anything', and no pipeline has a parameter of that name",
                "esteira.yaml:4:33 warn profile 'other' sets 'othr', and no pipeline has a parameter of that name",
            ])
        // The other profile has the right name too.
        #expect(
            try fixed(Self.givenByProfile, "EST1015", file: "esteira.yaml").contains(
                "params: {limit: 5, other: y, anything: z}}\n  other: {lake: other, params: {othr: y, other: z}}"))
    }

    @Test func `parameters go with their section where it would be left empty`() throws {
        let example: RuleExample = """
            pipeline: example
            params:
              limit: {type: int, default: 10}
              other: x
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """
        #expect(
            try fixed(example, "EST1020") == """
                pipeline: example
                sources:
                  orders: {csv: include/orders.csv, schema: orders}

                """)
    }

    @Test func `schemas, suites and generators that nobody uses`() throws {
        let example: RuleExample = """
            pipeline: example
            generators:
              site:
                seed: site
                output: {csv: "include/${table}.csv"}
                tables:
                  clicks: {rows: 1, columns: {click_id: uuid}}
            # file: schemas/visits.yaml
            schema: visits
            columns: {day: date}
            # file: expectations/visits.yaml
            expectations: [{not_null: day}]
            """
        #expect(
            try found(example, "EST2007") == [
                "expectations/visits.yaml:1:1 hint no pipeline uses suite 'visits'",
                "pipelines/example.yaml:3:3 hint no source reads what generator 'site' writes",
                "schemas/visits.yaml:1:9 hint no source or sink uses schema 'visits'",
            ])
    }

    @Test func `a dataset that another pipeline reads from the lake is no dead end`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold: {from: orders}
            # file: pipelines/reader.yaml
            pipeline: reader
            sources:
              sold: {parquet: lake/processed/sold/sold.parquet, schema: orders}
            sinks:
              sold: {from: sold, table: sold}
            """
        #expect(try found(example, "EST2008") == [])
    }

    @Test func `two pipelines may make the same dataset in the same way, and load different tables`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: orders, table: first}
            # file: pipelines/second.yaml
            pipeline: second
            sources:
              orders: {schema: orders, csv: 'include/orders.csv'}
            sinks:
              orders: {from: orders, table: second}
              again: {from: raw.orders, table: first}
            """
        #expect(
            try found(example, "EST1014") == [
                "pipelines/second.yaml:6:36 warn pipelines 'example' and 'second' load table 'first', and replace each other's rows"
            ])
    }

    @Test func `reserved words of SQL are pointed out where they become names of the warehouse`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold: {from: orders, steps: [{rename: {order: order_id}}]}
            sinks:
              sold: {from: sold, table: dwh.user}
            """
        #expect(
            try found(example, "EST2002") == [
                "pipelines/example.yaml:7:29 warn 'user' in the name of table 'dwh.user' is a reserved word of SQL",
                "pipelines/example.yaml:7:29 warn column 'order' of table 'dwh.user' is a reserved word of SQL",
            ])
    }

    @Test func `files, schemas and tables whose names differ only in case`() throws {
        let example: RuleExample = """
            pipeline: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              first: {from: orders, table: sales}
              second: {from: orders, table: Sales}
            # file: schemas/Orders.yaml
            schema: Orders
            columns: {day: date}
            """
        #expect(
            try found(example, "EST2011") == [
                "pipelines/example.yaml:6:33 warn tables 'warehouse.sales' and 'warehouse.Sales' differ only in case",
                "schemas/orders.yaml:1:1 warn files 'schemas/Orders.yaml' and 'schemas/orders.yaml' differ only in case",
                "schemas/orders.yaml:1:9 warn schemas 'Orders' and 'orders' differ only in case",
            ])
    }

    @Test func `a path inside another dataset's path`() throws {
        let example: RuleExample = """
            pipeline: example
            params: {base: day}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: pipelines/daily.yaml
            pipeline: daily
            params: {base: day/orders}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: esteira.yaml
            project: shop
            lake: {layout: "${zone}/${params.base}/${dataset}"}
            """
        #expect(
            try found(example, "EST2010") == [
                "pipelines/daily.yaml:4:3 error the path of dataset 'raw.orders' lies inside that of 'raw.orders'"
            ])
    }
}
