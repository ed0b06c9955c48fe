import Foundation
import TestSupport
import Testing

/// What a pipeline says of when, how often and with what it works, tried with the program itself.
@Suite struct OrchestrationTests {
    private let place: Place

    init() throws {
        place = try Place()
        try place.folder.write(
            """
            project: shop
            pools: {disk: 2}
            lake: {layout: "${zone}/${dataset}/${dataset}.parquet"}

            """, to: "esteira.yaml")
        try place.folder.write("schema: sales\ncolumns: {id: int, shop: string}\n", to: "schemas/sales.yaml")
    }

    private func pipeline(_ text: String) throws {
        try place.folder.write("pipeline: shop\n" + text + "\n", to: "pipelines/shop.yaml")
    }

    private func states(_ finished: Finished) -> [String: String] {
        printedTable(finished.output, from: "task").filter { $0.key != "total" }.compactMapValues { $0["state"] }
    }

    @Test func `a sensor sees a file that comes while the run waits`() async throws {
        try pipeline(
            """
            sources:
              sales:
                csv: in/sales.csv
                schema: sales
                wait: {timeout: 60s, poll: 200ms, size: 5}
            sinks: {sales: sales}
            """)
        let file = place.folder.url.appending(path: "in/sales.csv")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let watch = Watch { line, _ in
            guard line.contains("wait.sales waits") else { return }
            _ = FileManager.default.createFile(atPath: file.path, contents: Data("id,shop\n1,a\n".utf8))
        }
        let run = try await place.esteira(["run"], ends: 0, watch: watch)
        #expect(run.report.contains("wait.sales waits: no file matches 'in/sales.csv'; next look at "), "\(run)")
        #expect(states(run) == ["wait.sales": "ok", "ingest.sales": "ok", "load.sales": "ok"])
        let again = try await place.esteira(["run"], ends: 0)
        #expect(
            states(again) == ["wait.sales": "up to date", "ingest.sales": "up to date", "load.sales": "up to date"],
            "\(again)")
    }

    @Test func `what never comes skips the rest, or fails`() async throws {
        let text = """
            sources:
              sales: {csv: in/sales.csv, schema: sales, wait: {timeout: 1s, poll: 200ms}, if_missing: skip}
            sinks: {sales: sales}
            """
        try pipeline(text)
        let skipped = try await place.esteira(["run"], ends: 0)
        #expect(
            skipped.output.contains(
                "skipped load.sales: 'wait.sales' had nothing to do (no file matches 'in/sales.csv' after 1.0s)"),
            "\(skipped)")
        try pipeline(text.replacing("skip}", with: "fail}"))
        let failed = try await place.esteira(["run"], ends: 1)
        #expect(
            failed.output.contains(
                "failed wait.sales: what it waits for did not come in 1.0s: no file matches 'in/sales.csv' (EST7041)"),
            "\(failed)")
    }

    @Test func `each file is a task, and a broken one alone is read again`() async throws {
        try pipeline(
            """
            sources:
              sales: {csv: "in/*.csv", schema: sales, each_file: {parallel: 2}, pools: {disk: 1}}
            sinks: {sales: sales}
            """)
        try place.folder.write("id,shop\n1,a\n2,a\n", to: "in/a.csv")
        try place.folder.write("id,shop\nthree,b\n", to: "in/b.csv")
        try place.folder.write("id,shop\n4,c\n", to: "in/c.csv")
        let failed = try await place.esteira(["run"], ends: 1)
        #expect(
            states(failed) == ["ingest.sales": "failed", "ingest.sales[in/b.csv]": "failed", "load.sales": "skipped"],
            "\(failed)")
        try place.folder.write("id,shop\n3,b\n", to: "in/b.csv")
        let mended = try await place.esteira(["run", "--resume", "last"], ends: 0)
        #expect(states(mended) == ["ingest.sales": "ok", "load.sales": "ok"], "\(mended)")
        #expect(!mended.report.contains("ingest.sales[in/a.csv] started"), "\(mended)")
        #expect(mended.report.contains("ingest.sales[in/b.csv] started"), "\(mended)")
        let shown = try await place.esteira(["show", "sales"], ends: 0)
        #expect(shown.output.contains("4 rows"), "\(shown)")
    }

    @Test func `no file is what the source says`() async throws {
        let text = """
            sources:
              sales: {csv: "in/*.csv", schema: sales, each_file: {on_empty: fail}}
            sinks: {sales: sales}
            """
        try pipeline(text)
        let failed = try await place.esteira(["run"], ends: 1)
        #expect(failed.output.contains("failed ingest.sales: there is no item to work on (EST7040)"), "\(failed)")
        try pipeline(text.replacing("fail", with: "skip"))
        #expect(
            states(try await place.esteira(["run"], ends: 0)) == ["ingest.sales": "skipped", "load.sales": "skipped"])
        try pipeline(text.replacing("fail", with: "ok"))
        #expect(states(try await place.esteira(["run"], ends: 0)) == ["ingest.sales": "ok", "load.sales": "ok"])
    }

    @Test func `a declaration is made once for each item`() async throws {
        try pipeline(
            """
            sources:
              "${each.table}":
                for_each: {table: [north, south]}
                csv: "in/${each.table}.csv"
                schema: sales
            transforms:
              all: {from: north, steps: [{union: [south]}]}
            sinks: {all: all}
            """)
        try place.folder.write("id,shop\n1,a\n", to: "in/north.csv")
        try place.folder.write("id,shop\n2,b\n", to: "in/south.csv")
        let run = try await place.esteira(["run"], ends: 0)
        #expect(
            states(run) == [
                "ingest.north": "ok", "ingest.south": "ok", "transform.all": "ok", "load.all": "ok",
            ], "\(run)")
    }

    @Test func `a condition leaves out what it stands on, and the plan says so`() async throws {
        try pipeline(
            """
            params: {full: {type: boolean, default: false}}
            sources:
              sales: {csv: in/sales.csv, schema: sales}
            transforms:
              copy: {from: sales, when: params.full, steps: [{distinct: true}]}
            sinks: {sales: sales, copy: copy}
            """)
        try place.folder.write("id,shop\n1,a\n", to: "in/sales.csv")
        let plan = try await place.esteira(["plan"], ends: 0)
        #expect(plan.output.contains("'params.full' does not hold"), "\(plan)")
        let run = try await place.esteira(["run"], ends: 0)
        #expect(
            states(run) == [
                "ingest.sales": "ok", "load.sales": "ok", "transform.copy": "skipped", "load.copy": "skipped",
            ], "\(run)")
        #expect(run.output.contains("skipped transform.copy: 'params.full' does not hold"), "\(run)")
        let full = try await place.esteira(["run", "-p", "full=true"], ends: 0)
        #expect(states(full)["load.copy"] == "ok", "\(full)")
    }

    @Test func `an input that failed is the one before, or empty, where that is said`() async throws {
        let text = """
            sources:
              sales: {csv: in/sales.csv, schema: sales}
              extra: {csv: in/extra.csv, schema: sales}
            transforms:
              both: {from: sales, on_failure: {extra: use_previous}, steps: [{union: [extra]}]}
            sinks: {both: both}
            """
        try pipeline(text)
        try place.folder.write("id,shop\n1,a\n", to: "in/sales.csv")
        try place.folder.write("id,shop\n2,b\n", to: "in/extra.csv")
        try await place.esteira(["run"], ends: 0)
        try place.folder.write("id,shop\nx,b\n", to: "in/extra.csv")
        let previous = try await place.esteira(["run"], ends: 1)
        #expect(states(previous)["load.both"] == "ok", "\(previous)")
        #expect(
            previous.report.contains("'raw/extra/extra.parquet' was not made: read 'raw/extra/extra.parquet', "),
            "\(previous)")
        try pipeline(text.replacing("use_previous", with: "continue"))
        let without = try await place.esteira(["run"], ends: 1)
        #expect(without.report.contains("'raw/extra/extra.parquet' was not made, and counts as empty"), "\(without)")
        let shown = try await place.esteira(["show", "both"], ends: 0)
        #expect(shown.output.contains("1 row"), "\(shown)")
    }

    @Test func `hooks are told of the end, in the project's folder`() async throws {
        try pipeline(
            """
            sources:
              sales: {csv: in/sales.csv, schema: sales}
            sinks: {sales: sales}
            hooks:
              on_failure: {command: [tee, failed.json]}
              on_success: {command: [tee, done.json]}
            """)
        try await place.esteira(["run"], ends: 1)
        #expect(try place.folder.read("failed.json").hasPrefix(#"{"event":"failure","run":""#))
        try place.folder.write("id,shop\n1,a\n", to: "in/sales.csv")
        try await place.esteira(["run"], ends: 0)
        #expect(try place.folder.read("done.json").contains(#""state":"succeeded""#))
    }

    @Test func `hooks are told of a run that was interrupted`() async throws {
        try pipeline(
            """
            sources:
              sales: {csv: in/sales.csv, schema: sales, wait: 10m}
            sinks: {sales: sales}
            hooks: {on_failure: {command: [tee, failed.json]}}
            """)
        try await place.esteira(["run"], ends: 130, watch: .signal(SIGTERM, at: "wait.sales waits"))
        #expect(try place.folder.read("failed.json").contains(#""state":"interrupted""#))
    }

    @Test func `pools and sensors that do not fit are found before anything starts`() async throws {
        try pipeline(
            """
            sensors:
              flag: {file: flag, timeout: 1m, for: [sale]}
              other: {dataset: {pipeline: shp, name: raw.sales}, timeout: 1m}
            sources:
              sales: {csv: in/sales.csv, schema: sales, pools: {disk: 3, dsk: 1}}
            sinks: {sales: {table: sales, on_failure: {sals: continue}}}
            """)
        let lint = try await place.esteira(["lint", "--format", "concise"], ends: 1)
        for finding in [
            "no source or generator named 'sale'", "no pipeline named 'shp'", "takes 3 of pool 'disk', which has 2",
            "no pool named 'dsk'", "no dataset named 'sals'",
        ] {
            #expect(lint.output.contains(finding), "\(finding): \(lint)")
        }
    }
}
