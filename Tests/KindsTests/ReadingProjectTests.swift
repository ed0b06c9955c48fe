import Configuration
import Expressions
import Reporting
import TestSupport
import Testing

@testable import Kinds

/// What a project says once, what a declaration says over it, and what the command line says over both.
struct ReadingProjectTests {
    private static let project = """
        project: shop
        defaults: {retries: {attempts: 3, delay: 1s}, timeout: 1h}
        lake:
          write: {compression: zstd, level: 3}
        profiles:
          local:
            engine: {duckdb: {threads: 2, memory: 1GB}}
            lake: lake
            connections:
              warehouse: {duckdb: warehouse.duckdb}
          remote:
            lake: {directory: /srv/lake}
            connections:
              warehouse: {postgres: "${env.DATABASE_URL}"}
        """
    private static let pipeline = """
        pipeline: daily
        params:
          date: {type: date, default: today}
          before: {type: date, default: yesterday}
          region: {type: choice, choices: [north, south], default: north}
          rows: {type: int, default: 1_000}
          share: {type: number, default: 0.25}
          full: {type: boolean, default: false}
          label: orders
        sources:
          orders:
            parquet: in/${params.region}/${params.date:%Y%m%d}.parquet
            retries: 5
            write: {row_group: 4096}
          visits:
            parquet: in/visits.parquet
        """

    /// 23:30 of 2026-02-01 UTC.
    private static let clock = ReadingClock(now: 1_769_988_600_000_000)

    private func read(
        _ project: String = project, _ pipeline: String = pipeline, profile: String? = nil,
        params: [String: String] = [:], environment: [String: String] = [:], clock: ReadingClock = clock
    ) -> ProjectReading {
        readProject(
            ProjectFiles([
                SourceText(path: "esteira.yaml", text: project),
                SourceText(path: "pipelines/daily.yaml", text: pipeline),
            ]),
            options: ReadingOptions(
                profile: profile, params: params, scope: Scope(environment: environment, secrets: environment),
                clock: clock))
    }

    private func values(_ reading: ProjectReading) throws -> [String] {
        try #require(reading.project?.pipelines.first).params.map {
            "\($0.name)=\($0.value.text) \($0.origin.rawValue)"
        }
    }

    @Test func `a name in double braces is told, since nothing replaces it`() {
        let reading = read(
            Self.project, Self.pipeline.replacing("in/visits.parquet", with: "in/{{ ds }}/visits.parquet"))
        #expect(
            reading.found.items.map { "\($0.span) \($0.severity) \($0.rule.code) \($0.message)" } == [
                "pipelines/daily.yaml:16:17 warning EST1022 nothing replaces '{{ ds }}' here"
            ])
    }

    // MARK: Profiles

    private static let withParams = project.replacing(
        "    connections:\n      warehouse: {duckdb",
        with: "    params: {rows: 5, full: true, date: yesterday}\n    connections:\n      warehouse: {duckdb")

    @Test func `a profile's value goes before the default, and the command line's before both`() throws {
        let reading = read(Self.withParams, params: ["rows": "7"])
        #expect(reading.found.items == [])
        #expect(
            try values(reading) == [
                "date=2026-01-31 profile", "before=2026-01-31 default", "region=north default", "rows=7 given",
                "share=0.25 default", "full=true profile", "label=orders default",
            ])
        let params = try #require(reading.project?.pipelines.first).params
        #expect(params.map(\.daysFromToday) == [-1, -1, nil, nil, nil, nil, nil])
        #expect(params.map { "\($0.source)" }.first == "esteira.yaml:9:41")
        #expect(try values(read(Self.withParams, profile: "remote"))[0] == "date=2026-02-01 default")
    }

    @Test func `a value of any profile is checked where it is written`() {
        let project = Self.project + "\n    params: {rows: many, region: \"${env.REGION}\", share: half}"
        let told = { (reading: ProjectReading) in reading.found.items.map { "\($0.span) \($0.message)" } }
        let misfits = [
            "esteira.yaml:15:20 parameter 'rows' is 'many', which is not a whole number",
            "esteira.yaml:15:58 parameter 'share' is 'half', which is not a number",
        ]
        #expect(told(read(project)) == misfits)
        #expect(
            told(read(project, profile: "remote", environment: ["REGION": "east"])) == [
                "esteira.yaml:15:34 parameter 'region' is 'east', which is not one of north, south", misfits[0],
                misfits[1],
            ])
    }

    @Test func `a default is checked although a profile goes before it`() {
        let pipeline = Self.pipeline.replacing("default: 1_000", with: "default: lots")
        #expect(
            read(Self.withParams, pipeline).found.items.map { "\($0.span) \($0.message)" } == [
                "pipelines/daily.yaml:6:30 parameter 'rows' is 'lots', which is not a whole number"
            ])
    }

    @Test func `a profile gives runs by schedule the value that they need`() {
        let pipeline =
            Self.pipeline.replacing("rows: {type: int, default: 1_000}", with: "rows: {type: int}")
            + "\nschedule: {cron: \"0 6 * * *\", timezone: UTC}"
        #expect(read(Self.withParams, pipeline).found.items == [])
        #expect(
            read(Self.withParams, pipeline, profile: "remote").found.items.map { "\($0.span) \($0.message)" } == [
                "pipelines/daily.yaml:6:3 parameter 'rows' has no default, and no value is given to a run by schedule"
            ])
    }

    @Test func `a secret is no value of a parameter`() {
        let project = Self.withParams.replacing("rows: 5", with: "label: \"${secret.LABEL}\"")
        #expect(
            read(project, environment: ["LABEL": "hunter2"]).found.items.map { "\($0.span) \($0.message)" } == [
                "esteira.yaml:9:22 'secret.LABEL' is a secret, and would show in plans and logs here"
            ])
    }

    @Test func `the first profile holds where none is asked for`() throws {
        let reading = read()
        #expect(reading.found.items == [])
        let profile = try #require(reading.project?.profile)
        #expect(profile.name == "local")
        #expect(profile.engine == Profile.EngineSettings(threads: 2, memory: "1GB"))
        #expect(profile.lakeDirectory.string == "lake")
    }

    @Test func `a default profile and the command line choose another`() throws {
        let environment = ["DATABASE_URL": "postgresql://me:hunter2@db/shop"]
        #expect(
            read("\(Self.project)\ndefault_profile: remote", environment: environment).project?.profile.name == "remote"
        )
        #expect(read("\(Self.project)\ndefault_profile: remote", profile: "local").project?.profile.name == "local")
        let remote = read(profile: "remote", environment: environment)
        #expect(remote.found.items == [])
        #expect(remote.project?.profile.lakeDirectory.string == "/srv/lake")
        #expect(remote.project?.profile.engine == Profile.EngineSettings(threads: nil, memory: nil))
    }

    @Test
    func `a variable of another profile may be missing, one of this profile only for pipelines that do not use it`() {
        #expect(read().found.items == [])
        let remote = read(profile: "remote")
        #expect(remote.found.items == [])
        #expect(
            remote.project?.profile.unsetVariables.mapValues { $0.map(\.message.description) }
                == ["warehouse": ["environment variable 'DATABASE_URL' is not set"]])
    }

    @Test func `a connection's secret prints nowhere`() throws {
        let reading = read(profile: "remote", environment: ["DATABASE_URL": "postgresql://me:hunter2@db/shop"])
        let project = try #require(reading.project)
        var dumped = ""
        dump(project.profile, to: &dumped)
        #expect(!dumped.contains("hunter2"))
        #expect(!"\(project)".contains("hunter2"))
        guard case .postgres(let url) = project.profile.connections["warehouse"]?.target else {
            Issue.record("the warehouse is no PostgreSQL")
            return
        }
        #expect(url.string == "postgresql://me:hunter2@db/shop")
    }

    @Test func `a project without profiles has one that needs no server`() throws {
        let reading = read("project: shop")
        #expect(reading.found.items == [])
        let profile = try #require(reading.project?.profile)
        #expect(profile.name == "local")
        #expect(profile.lakeDirectory.string == "lake")
        guard case .duckdb(let path) = profile.connections["warehouse"]?.target else {
            Issue.record("the warehouse is no DuckDB file")
            return
        }
        #expect(path.string == "warehouse.duckdb")
        #expect(profile.connections.keys.sorted() == ["warehouse"])
        #expect(
            read("project: shop", profile: "remote").found.items.map { "\($0.message)" } == [
                "no profile named 'remote'"
            ])
    }

    @Test func `a sink loads the dataset of its own name unless it says which`() throws {
        let pipeline = """
            \(Self.pipeline)
            sinks:
              orders: dwh.orders
              visits: {table: dwh.visits, from: raw.visits, mode: append}
            """
        let reading = read(Self.project, pipeline)
        #expect(reading.found.items == [])
        let sinks = try #require(reading.project?.pipelines.first).sinks
        #expect(sinks.map(\.name.string) == ["orders", "visits"])
        #expect(sinks.map(\.from.string) == ["orders", "raw.visits"])
        #expect(sinks.map(\.table.string) == ["dwh.orders", "dwh.visits"])
    }

    @Test func `a suite may lie anywhere in the project and goes by its path`() throws {
        let folder = try TemporaryFolder()
        let suite = #"{"name": "orders", "expectations": []}"#
        let pipeline = """
            \(Self.pipeline)
            expectations:
              orders: gx/expectations/orders.json
              visits: {suite: expectations/visits/warning.json}
              more: ../elsewhere/orders.json
              none: expectations/none.json
            """
        for (path, text) in [
            ("esteira.yaml", Self.project), ("pipelines/daily.yaml", pipeline), ("gx/expectations/orders.json", suite),
            ("gx/expectations/unused.json", suite), ("expectations/visits/warning.json", suite),
            ("expectations/plain.json", suite), ("expectations/.ge_store_backend_id", "not read"),
        ] { try folder.write(text, to: path) }
        let files = ProjectFolder(path: folder.path).read()
        let clock = Self.clock
        let reading = readProject(files, options: ReadingOptions(clock: clock))
        #expect(reading.found.items == [])
        #expect(
            reading.project?.suites.keys.sorted() == [
                "expectations/plain.json", "expectations/visits/warning.json", "gx/expectations/orders.json", "plain",
            ])
    }

    // MARK: Defaults

    @Test func `a declaration says over the project's defaults only what it says`() throws {
        let sources = try #require(read().project?.pipelines.first).sources
        var policy = TaskPolicy()
        policy.attempts = 5
        policy.delay = .seconds(1)
        policy.timeout = .seconds(3600)
        #expect(sources[0].policy == policy)
        policy.attempts = 3
        #expect(sources[1].policy == policy)
        var write = ParquetSettings()
        write.compression = "zstd"
        write.level = 3
        #expect(sources[1].write == write)
        write.rowGroup = 4096
        #expect(sources[0].write == write)
    }

    // MARK: Layout

    @Test func `a pipeline with a date has a folder for each day, another one file`() throws {
        func layout(_ pipeline: String, _ project: String = Self.project) throws -> String {
            let reading = read(project, pipeline)
            #expect(reading.found.items == [])
            return try #require(reading.project?.pipelines.first).layout.filling(["zone": "raw", "dataset": "orders"])
                .string
        }
        #expect(
            try layout("pipeline: p\nparams: {date: {type: date, default: today}}\n")
                == "raw/orders/year=2026/month=02/day=01/orders.parquet")
        #expect(try layout("pipeline: p\n") == "raw/orders/orders.parquet")
        #expect(
            try layout("pipeline: p\nparams: {date: {type: string, default: today}}\n") == "raw/orders/orders.parquet")
        let own = Self.project.replacing(
            "  write: {", with: "  layout: \"${params.area}/${zone}-${dataset}.parquet\"\n  write: {")
        #expect(try layout("pipeline: p\nparams: {area: south}\n", own) == "south/raw-orders.parquet")
    }

    // MARK: Parameters

    @Test func `parameters have the values of their defaults`() throws {
        let reading = read()
        #expect(
            try values(reading) == [
                "date=2026-02-01 default", "before=2026-01-31 default", "region=north default", "rows=1000 default",
                "share=0.25 default", "full=false default", "label=orders default",
            ])
        #expect(reading.project?.pipelines.first?.sources[0].path.string == "in/north/20260201.parquet")
    }

    @Test func `the command line says over defaults`() throws {
        let reading = read(params: [
            "date": "2025-12-31", "region": "south", "rows": "5", "full": "true", "label": "x y",
        ])
        #expect(reading.found.items == [])
        #expect(
            try values(reading) == [
                "date=2025-12-31 given", "before=2026-01-31 default", "region=south given", "rows=5 given",
                "share=0.25 default", "full=true given", "label=x y given",
            ])
        #expect(reading.project?.pipelines.first?.sources[0].path.string == "in/south/20251231.parquet")
    }

    @Test(arguments: [
        ("date", "31/12/2025", "a date such as 2026-01-31, today or yesterday"),
        ("region", "east", "one of north, south"),
        ("rows", "1.5", "a whole number"), ("share", "half", "a number"), ("full", "maybe", "true or false"),
    ])
    func `a given value of another type is refused once`(_ name: String, _ value: String, _ expected: String) {
        #expect(
            read(params: [name: value]).found.items.map(\.message.description)
                == ["parameter '\(name)' is '\(value)', which is not \(expected)"])
    }

    @Test func `today is the day in the schedule's time zone`() throws {
        let scheduled = Self.pipeline + "\nschedule: {cron: \"0 6 * * *\", timezone: Asia/Tokyo}\n"
        #expect(
            try values(read(Self.project, scheduled)).prefix(2) == [
                "date=2026-02-02 default", "before=2026-02-01 default",
            ])
        let west = Self.pipeline + "\nschedule: {cron: \"0 6 * * *\", timezone: America/Sao_Paulo}\n"
        #expect(try values(read(Self.project, west)).first == "date=2026-02-01 default")
    }
}
