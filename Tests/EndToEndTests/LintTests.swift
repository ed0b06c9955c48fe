import Foundation
import Synchronization
import TestSupport
import Testing

/// The linter as people and their CI call it.
@Suite struct LintTests {
    private func project() async throws -> Place {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        return place
    }

    @Test func `Lines go to stdout, the count to stderr, and errors fail`() async throws {
        let place = try await project()
        let good = try await place.esteira(["lint"], ends: 0)
        #expect(good.output == "" && good.report.hasPrefix("Checked 4 files: no findings."), "\(good)")
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline: sales\nownr: me")
        let bad = try await place.esteira(["lint"], ends: 1)
        #expect(
            bad.output
                == "pipelines/sales.yaml:2:1: error[EST1001]: unknown key 'ownr' in 'pipeline' (did you mean 'owner'?)\n"
        )
        try await place.esteira(["lint", "--exit-zero"], ends: 0)
        try await place.esteira(["lint", "--ignore", "unknown-key"], ends: 0)
        try await place.esteira(["lint", "schemas"], ends: 0)
        let unknown = try await place.esteira(["lint", "--select", "unknown-kye"], ends: 2)
        #expect(unknown.report == "error: no rule 'unknown-kye'; did you mean 'unknown-key'?\n")
        try await place.esteira(["lint", "nowhere.yaml"], ends: 2)
    }

    @Test func `Several formats are written at once`() async throws {
        let place = try await project()
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline: sales\nownr: me")
        let told = try await place.esteira(
            ["lint", "--format", "github", "--format", "sarif", "--output", "sarif=lint.sarif"], ends: 1)
        #expect(told.output.hasPrefix("::error file=pipelines/sales.yaml,line=2,"))
        #expect(try place.folder.read("lint.sarif").contains("\"ruleId\": \"EST1001\""))
    }

    @Test func `Findings are grouped as they are asked for, with any number of jobs`() async throws {
        let place = try await project()
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline: sales\nownr: me\nparms: {}")
        let byRule = try await place.esteira(
            ["lint", "--format", "grouped", "--group-by", "rule", "--jobs", "1"], ends: 1)
        #expect(
            byRule.output.hasPrefix("EST1001 unknown-key\n  pipelines/sales.yaml:2:1  error  unknown key 'ownr'"),
            "\(byRule)")
        let bySeverity = try await place.esteira(
            ["lint", "--format", "grouped", "--group-by", "severity", "--jobs", "2"], ends: 1)
        #expect(
            bySeverity.output.hasPrefix("2 errors\n  pipelines/sales.yaml:2:1  EST1001  unknown key 'ownr'"),
            "\(bySeverity)")
        let framed = try await place.esteira(["lint", "--format", "text", "--group-by", "file"], ends: 1)
        #expect(framed.output.hasPrefix("# pipelines/sales.yaml\n\nerror[EST1001] unknown key 'ownr'"), "\(framed)")
        try await place.esteira(["lint", "--jobs", "0"], ends: 2)
    }

    @Test func `Without the environment findings are the same everywhere`() async throws {
        let place = try await project()
        try place.folder.write("A LINE THAT IS NO VARIABLE\n", to: ".env")
        #expect(try await place.esteira(["lint", "--strict"], ends: 1).output.contains(".env:1:1"))
        #expect(try await place.esteira(["lint", "--strict", "--no-env"], ends: 0).output == "")
    }

    @Test func `Online, connections are opened and told of`() async throws {
        let place = try await project()
        try place.folder.write(
            """
            project: away
            profiles:
              local: {lake: lake, connections: {warehouse: {postgres: {url: "${env.DATABASE_URL}"}}}}
            defaults: {timeout: 1h}

            """, to: "esteira.yaml")
        let offline = try await place.esteira(["lint"], ends: 0)
        #expect(!offline.output.contains("EST6023"), "\(offline)")
        let online = try await place.esteira(["lint", "--online"], ends: 1)
        #expect(online.output.contains("error[EST6023]: connection 'warehouse' could not be asked"), "\(online)")
        try await place.esteira(["lint", "--online", "--no-env"], ends: 2)
    }

    @Test func `Watching lints again after a change, and an interrupt ends it well`() async throws {
        let place = try await project()
        let text = try place.folder.read("pipelines/sales.yaml")
        let folder = place.folder
        let times = Atomic(0)
        let watch = Watch { line, pid in
            guard line.contains("watching for changes") else { return }
            if times.add(1, ordering: .relaxed).newValue == 1 {
                _ = try? folder.write(text + "ownr: me\n", to: "pipelines/sales.yaml")  // else the test waits in vain
            } else {
                kill(pid, SIGINT)
            }
        }
        let told = try await place.esteira(["lint", "--watch"], ends: 0, watch: watch)
        #expect(told.output.contains("unknown key 'ownr'"), "\(told)")
    }

    @Test func `Comments are found unused, and taken out`() async throws {
        let place = try await project()
        let text = try place.folder.read("pipelines/sales.yaml")
        try place.folder.write("# esteira: file-ignore[unknown-key] -- old\n" + text, to: "pipelines/sales.yaml")
        try await place.esteira(["lint", "--strict"], ends: 1)
        let diff = try await place.esteira(["lint", "--diff"], ends: 1)
        #expect(
            diff.output.hasPrefix(
                "--- a/pipelines/sales.yaml\n+++ b/pipelines/sales.yaml\n@@ -1,4 +1,3 @@\n-# esteira:"))
        try await place.esteira(["lint", "--fix", "--exit-non-zero-on-fix"], ends: 1)
        #expect(try place.folder.read("pipelines/sales.yaml") == text)
        try await place.esteira(["lint", "--strict"], ends: 0)
    }

    @Test func `A baseline accepts what there is and refuses what is new`() async throws {
        let place = try await project()
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline: sales\nownr: me")
        let baseline = ["--baseline", "lint-baseline.json"]
        try await place.esteira(["lint"] + baseline + ["--write-baseline"], ends: 0)
        try await place.esteira(["lint"] + baseline, ends: 0)
        try place.edit("pipelines/sales.yaml", "ownr: me", "ownr: me\nparms: {}")
        let told = try await place.esteira(["lint"] + baseline, ends: 1)
        #expect(told.output.contains("unknown key 'parms'") && !told.output.contains("'ownr'"))
        try place.edit("pipelines/sales.yaml", "ownr: me\nparms: {}", "tags: [me]")
        #expect(try await place.esteira(["lint"] + baseline, ends: 0).output.contains("warning[EST9010]"))
        try await place.esteira(["lint"] + baseline + ["--write-baseline"], ends: 0)
        #expect(try await place.esteira(["lint"] + baseline, ends: 0).output == "")
    }

    @Test func `Policies of the project are rules like any other`() async throws {
        let place = try await project()
        let policies = """
            lint:
              policies:
                XKEY1: {name: sink-has-key, for: sink, require: mode = 'merge', message: Tables are merged., severity: error}
                XOWN1: {for: pipeline, require: owner is not null, message: Who?}

            """
        try place.folder.write(try place.folder.read("esteira.yaml") + policies, to: "esteira.yaml")
        let line = "pipelines/sales.yaml:24:3: error[XKEY1]: sink 'sales_by_city': Tables are merged.\n"
        #expect(try await place.esteira(["lint"], ends: 1).output == line)
        #expect(
            try await place.esteira(["lint", "--select", "X", "--severity", "sink-has-key=warn"], ends: 0).output
                .contains("warning[XKEY1]"))
        try await place.esteira(["lint", "--ignore", "XKEY1"], ends: 0)
        try await place.esteira(["lint", "--select", "XKEY2"], ends: 2)
        let sarif = try await place.esteira(["lint", "--format", "sarif"], ends: 1).output
        #expect(sarif.contains("\"id\": \"XOWN1\"") && sarif.contains("\"ruleId\": \"XKEY1\""))
        let rules = try await place.esteira(["lint", "--show-rules"], ends: 0).output.split(separator: "\n").suffix(2)
        #expect(
            rules.map { $0.split(separator: " ") } == [
                ["XKEY1", "error", "sink-has-key", "project"], ["XOWN1", "warn", "xown1", "project"],
            ])
        #expect(
            try await place.esteira(["explain", "sink-has-key"], ends: 0).output.hasPrefix(
                "XKEY1 sink-has-key (error)\n"))
        let baseline = ["lint", "--baseline", "known.json"]
        try await place.esteira(baseline + ["--write-baseline"], ends: 0)
        #expect(try await place.esteira(baseline, ends: 0).output == "")
        try await place.esteira(["lint", "--add-ignore=agreed"], ends: 0)
        #expect(
            try place.folder.read("pipelines/sales.yaml").contains(
                "  # esteira: ignore[XKEY1] -- agreed\n  sales_by_city: {from"))
        try await place.esteira(["lint", "--strict"], ends: 0)
        try place.edit("esteira.yaml", "owner is not null", "ownr is not null")
        let told = "esteira.yaml:10:37: error[EST9013]: policy 'XOWN1': no column 'ownr' (did you mean 'owner'?)\n"
        #expect(try await place.esteira(["lint"], ends: 1).output == told)
        try await place.esteira(["lint", "--unsafe-fixes"], ends: 0)
        #expect(try place.folder.read("esteira.yaml").contains("require: owner is not null"))
    }

    @Test func `Fragments are files of the project`() async throws {
        let place = try await project()
        try place.folder.write(
            "sources:\n  sales: {csv: data/sales.csv, schema: sales, Zone: raw}\n", to: "parts/sales.yaml")
        let text = try place.folder.read("pipelines/sales.yaml")
        let (start, end) = (try #require(text.range(of: "sources:")), try #require(text.range(of: "transforms:")))
        try place.folder.write(
            text[..<start.lowerBound] + "include: parts/*.yaml\n" + text[end.lowerBound...], to: "pipelines/sales.yaml")
        let told = "parts/sales.yaml:2:47: error[EST1001]: unknown key 'Zone' in 'sales' (did you mean 'zone'?)\n"
        #expect(try await place.esteira(["lint"], ends: 1).output == told)
        #expect(try await place.esteira(["lint", "parts"], ends: 1).output == told)
        try await place.esteira(["lint", "schemas"], ends: 0)
        try await place.esteira(["lint", "--unsafe-fixes", "--fix"], ends: 0)
        #expect(try place.folder.read("parts/sales.yaml").contains("schema: sales"))
        #expect(try await place.esteira(["plan"], ends: 0).output.contains("parts/sales.yaml:2"))
        try place.folder.write("sources:\n    sales: {csv: data/sales.csv, schema: sales}\n", to: "parts/sales.yaml")
        try await place.esteira(["fmt"], ends: 0)
        #expect(
            try place.folder.read("parts/sales.yaml") == "sources:\n  sales: {csv: data/sales.csv, schema: sales}\n")
        try await place.esteira(["plan", "--output", "plan.json"], ends: 0)
        try place.edit("parts/sales.yaml", "schema: sales", "schema: sales, if_missing: skip")
        let refused = try await place.esteira(["run", "--plan", "plan.json"])
        #expect(
            refused.code == 4 && refused.report.contains("'parts/sales.yaml' has changed since the plan"), "\(refused)")
        #expect(
            try await place.esteira(["schema", "fragment"], ends: 0).output.contains("\"title\": \"Esteira fragment\""))
    }

    @Test func `All findings are accepted by comments at once`() async throws {
        let place = try await project()
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline: sales\nownr: me")
        try await place.esteira(["lint", "--add-ignore=later"], ends: 0)
        #expect(
            try place.folder.read("pipelines/sales.yaml").contains("\n# esteira: ignore[EST1001] -- later\nownr: me\n"))
        try await place.esteira(["lint"], ends: 0)
    }

    @Test func `Blocks of a page are found at its lines`() async throws {
        let place = try await project()
        try place.folder.write("# Page\n\n```yaml pipeline\npipeline: x\nownr: me\n```\n", to: "docs/page.md")
        let told = try await place.esteira(["lint", "docs/page.md"], ends: 1)
        #expect(
            told.output
                == "docs/page.md:5:1: error[EST1001]: unknown key 'ownr' in 'pipeline' (did you mean 'owner'?)\n")
    }

    @Test func `Only what changed since a commit is reported`() async throws {
        let place = try await project()
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline: sales\nownr: me")
        let git = URL(filePath: "/usr/bin/env")
        let commit =
            "git init -q && git add -A && git -c user.name=t -c user.email=t@t -c commit.gpgsign=false commit -qm x"
        let made = try await start(
            git, ["sh", "-c", commit], in: place.folder.url, environment: ["PATH": "/usr/bin:/bin"])
        #expect(made.code == 0, "\(made)")
        try await place.esteira(["lint", "--changed-since", "HEAD"], ends: 0)
        try place.edit("schemas/sales.yaml", "schema: sales", "schema: sales\n")
        #expect(try await place.esteira(["lint", "--changed-since", "HEAD"], ends: 1).output.contains("'ownr'"))
        try await place.esteira(["lint", "--changed-since", "nowhere"], ends: 2)
    }
}
