import Foundation
import TestSupport
import Testing

/// Sensors that look into the buckets of a real S3 server.
@Suite struct ObjectSensorTests {
    private let server: ObjectServer
    private let place: Place

    init() throws {
        server = try ObjectServer()
        place = try Place()
        try server.folder.write("", to: "landing/exports/.keep")
        try place.folder.write("schema: sales\ncolumns: {id: int}\n", to: "schemas/sales.yaml")
        try place.folder.write("id\n1\n", to: "in/sales.csv")
        try project(secretKey: "${secret.S3_SECRET_KEY}")
        try pipeline()
    }

    private func project(secretKey: String) throws {
        try place.folder.write(
            """
            project: shop
            profiles:
              local:
                lake: lake
                connections: {warehouse: {duckdb: warehouse.duckdb}}
                s3:
                  partner: {endpoint: "\(server.endpoint)", tls: false, access_key: esteira, secret_key: "\(secretKey)"}

            """, to: "esteira.yaml")
    }

    private func pipeline(_ more: String = "") throws {
        try place.folder.write(
            """
            pipeline: shop
            sensors:
              exports:
                s3: {bucket: landing, key: exports/*.csv, files: 2, size: 3}
                timeout: 60s
                poll: 200ms
            \(more)
            sources:
              sales: {csv: in/sales.csv, schema: sales}
            sinks: {sales: sales}

            """, to: "pipelines/shop.yaml")
    }

    private func run(_ key: String = ObjectServer.secretKey, watch: Watch? = nil) async throws -> Finished {
        try await place.esteira(["run"], environment: ["S3_SECRET_KEY": key], watch: watch)
    }

    @Test func `a sensor sees objects that come while the run waits`() async throws {
        try server.folder.write("id\n", to: "landing/exports/a.csv")
        try server.folder.write("", to: "landing/exports/b.txt")
        let folder = server.folder
        let watch = Watch { line, _ in
            guard line.contains("wait.exports waits: 1 of 2 objects") else { return }
            _ = try? folder.write("id\n", to: "landing/exports/b.csv")  // when it does not come, the run's end tells
        }
        let run = try await run(watch: watch)
        #expect(run.code == 0, "\(run)")
        #expect(
            run.report.contains("wait.exports waits: 1 of 2 objects 's3://landing/exports/*.csv'; next look at "),
            "\(run)")
        let states = printedTable(run.output, from: "task").compactMapValues { $0["state"] }
        #expect(states["wait.exports"] == "ok" && states["load.sales"] == "ok", "\(run)")
    }

    @Test func `an object is found by its key alone, and must be large enough`() async throws {
        try pipeline("    if_missing: skip")
        let text = try place.folder.read("pipelines/shop.yaml")
        try place.folder.write(
            text.replacing("exports/*.csv, files: 2, size: 3", with: "exports/done, size: 3").replacing(
                "60s", with: "10s"),
            to: "pipelines/shop.yaml")
        try server.folder.write("ab", to: "landing/exports/done")
        try server.folder.write("abc", to: "landing/exports/done.csv")
        let small = try await run()
        #expect(small.code == 0, "\(small)")
        #expect(small.report.contains("'s3://landing/exports/done' has 2 of 3 bytes"), "\(small)")
        try server.folder.write("abc", to: "landing/exports/done")
        let large = try await run()
        #expect(large.output.contains("run ") && large.report.contains("wait.exports done"), "\(large)")
    }

    @Test func `keys that are refused fail the look, and are told nowhere`() async throws {
        let wrong = "not-the-key-of-the-tests"
        let run = try await run(wrong)
        #expect(run.code == 1, "\(run)")
        #expect(
            run.output.contains(
                "failed wait.exports: the S3 service 'partner' does not list 's3://landing/exports/*.csv': "),
            "\(run)")
        #expect(run.output.contains("403"), "\(run)")
        var kept = run.output + run.report
        for file in try place.folder.files() where file.hasPrefix(".esteira/logs") {
            kept += try place.folder.read(file)
        }
        #expect(!kept.contains(wrong))
    }

    @Test func `a key that is not set blocks the sensor, and a run is refused`() async throws {
        let plan = try await place.esteira("plan")
        #expect(plan.output.contains("x wait.exports"), "\(plan)")
        #expect(plan.output.contains("blocked: S3 service 'partner': secret 'S3_SECRET_KEY' is not set"), "\(plan)")
        let refused = try await place.esteira("run")
        #expect(refused.code == 2 && refused.report.contains("secret 'S3_SECRET_KEY' is not set"), "\(refused)")
    }

    @Test func `a sensor names one of several services`() async throws {
        try place.folder.write(
            try place.folder.read("esteira.yaml") + "      other: {region: eu-west-1}\n", to: "esteira.yaml")
        let lint = try await place.esteira(["lint"], environment: ["S3_SECRET_KEY": "x"])
        #expect(lint.code == 1, "\(lint)")
        #expect(lint.output.contains("profile 'local' has no single S3 service for 'exports'"), "\(lint)")
        #expect(lint.output.contains("write 'service:' with one of: other, partner"), "\(lint)")
    }
}
