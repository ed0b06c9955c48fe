import Configuration
import Reporting
import TestSupport
import Testing

@testable import Kinds

/// Pipelines that are written in several files.
struct IncludesTests {
    private static let clock = ReadingClock(now: 1_769_988_600_000_000)

    private func read(_ files: [String: String]) -> ProjectReading {
        let texts = files.merging([
            "esteira.yaml": "project: shop\n", "schemas/a.yaml": "schema: a\ncolumns: {n: int}\n",
        ]) { own, _ in own }
        return readProject(
            ProjectFiles(texts.map { SourceText(path: $0.key, text: $0.value) }),
            options: ReadingOptions(scope: Scope(environment: [:], secrets: [:]), clock: Self.clock)
        )
    }

    private func told(_ reading: ProjectReading) -> [String] {
        reading.found.sorted.map { "\($0.span) \($0.rule.code): \($0.message)" }
    }

    @Test func `sections are merged by name, and each entry stays where it is written`() throws {
        let reading = read([
            "pipelines/p.yaml": """
            pipeline: p
            include: [parts/a.yaml, "parts/more/*.yaml"]
            owner: own
            sources:
              one: {csv: one.csv, schema: a}
            """,
            "parts/a.yaml":
                "owner: other\nsources:\n  two: {csv: two.csv, schema: a}\nparams: {n: {type: int, default: 3}}\n",
            "parts/more/b.yaml":
                "tags: [x]\nsources:\n  three: {csv: \"${params.n}.csv\", schema: a}\n  one: {csv: \"one.csv\", schema: a}\n",
        ])
        #expect(told(reading) == [])
        let pipeline = try #require(reading.project?.pipelines.first)
        #expect(
            pipeline.sources.map { "\($0.span) \($0.name) \($0.path)" } == [
                "pipelines/p.yaml:5:3 one one.csv", "parts/a.yaml:3:3 two two.csv", "parts/more/b.yaml:3:3 three 3.csv",
            ]
        )
        #expect(pipeline.owner == "own" && pipeline.tags == ["x"] && pipeline.file == "pipelines/p.yaml")
        #expect(reading.includes.fragments == ["pipelines/p.yaml": ["parts/a.yaml", "parts/more/b.yaml"]])
        #expect(reading.project?.suites.isEmpty == true)
    }

    @Test func `fragments include others, and one that comes twice counts once`() throws {
        let reading = read([
            "pipelines/p.yaml": "pipeline: p\ninclude: [parts/a.yaml, parts/b.yaml]\n",
            "parts/a.yaml": "include: parts/c.yaml\nsources: {}\n", "parts/b.yaml": "include: parts/c.yaml\nowner: b\n",
            "parts/c.yaml": "sources: {one: {csv: one.csv, schema: a}}\n",
        ])
        #expect(told(reading) == [])
        #expect(reading.project?.pipelines.map { $0.sources.map(\.name.string) } == [["one"]])
        #expect(reading.includes.allFragments == ["parts/a.yaml", "parts/b.yaml", "parts/c.yaml"])
    }

    @Test func `what two files say differently by one name is shown in both`() throws {
        let reading = read([
            "pipelines/p.yaml":
                "pipeline: p\ninclude: [parts/a.yaml, parts/b.yaml]\nsources:\n  one: {csv: one.csv, schema: a}\n",
            "parts/a.yaml": "owner: a\nsources:\n  one: {csv: other.csv, schema: a}\n", "parts/b.yaml": "owner: b\n",
        ])
        #expect(
            told(reading) == [
                "parts/a.yaml:3:3 EST1014: 'one' is defined in another way in 'pipelines/p.yaml'",
                "parts/b.yaml:1:1 EST1014: 'owner' is defined in another way in 'parts/a.yaml'",
            ]
        )
        #expect(
            reading.found.sorted.map { $0.notes.map { "\($0.span.map { "\($0)" } ?? "")" } } == [
                ["pipelines/p.yaml:4:3"], ["parts/a.yaml:1:1"],
            ]
        )
    }

    @Test(arguments: [
        ("include: parts/x.yaml", "pipelines/p.yaml:2:10 EST1012: no fragment matches 'parts/x.yaml'"),
        ("include: ['*.yaml']", "pipelines/p.yaml:2:11 EST1012: no fragment matches '*.yaml'"),
        ("include: pipelines/q.yaml", "pipelines/p.yaml:2:10 EST1012: no fragment matches 'pipelines/q.yaml'"),
        ("include: ../a.yaml", "pipelines/p.yaml:2:10 EST6019: '../a.yaml' leaves the project's folder"),
        ("include: /srv/a.yaml", "pipelines/p.yaml:2:10 EST6019: '/srv/a.yaml' leaves the project's folder"),
        (
            "include: parts/round.yaml",
            "parts/trip.yaml:1:10 EST1013: files include each other: 'parts/round.yaml' → 'parts/trip.yaml' → 'parts/round.yaml'"
        ),
        ("include: parts/list.yaml", "parts/list.yaml:1:1 EST1003: a fragment is a mapping"),
        (
            "include: parts/named.yaml",
            "parts/named.yaml:1:1 EST1007: 'pipeline' does not apply to a fragment, which is part of pipelines"
        ),
        ("include: parts/broken.yaml", "parts/broken.yaml:2:1 EST0001: expected a value here"),
    ])
    func `a pipeline that misses a part is not read, and only that is told`(include: String, expected: String) {
        let reading = read([
            "pipelines/p.yaml": "pipeline: p\n\(include)\ntransforms: {t: {from: raw.gone}}\n",
            "pipelines/q.yaml": "pipeline: q\n",
            "parts/round.yaml": "include: parts/trip.yaml\n", "parts/trip.yaml": "include: parts/round.yaml\n",
            "parts/list.yaml": "- a\n", "parts/named.yaml": "pipeline: n\n", "parts/broken.yaml": "a: [\n",
        ])
        // What nobody includes is no fragment; a project's folder has only what is named.
        let named = ["pipelines/p.yaml"] + reading.includes.allFragments
        #expect(told(reading).filter { line in named.contains { line.hasPrefix($0 + ":") } } == [expected])
        #expect(reading.project?.pipelines.map(\.name) == ["q"])
    }

    @Test func `a section that is no mapping is told where it is`() {
        let reading = read([
            "pipelines/p.yaml": "pipeline: p\ninclude: parts/a.yaml\nsources: {one: {csv: one.csv, schema: a}}\n",
            "parts/a.yaml": "sources: [two]\n",
        ])
        #expect(told(reading) == ["parts/a.yaml:1:10 EST1003: 'sources' of a fragment is no mapping"])
    }

    @Test func `a folder is read with its fragments and the suites that they name`() throws {
        let folder = try TemporaryFolder()
        for (path, text) in [
            "esteira.yaml": "project: shop\n", "pipelines/p.yaml": "pipeline: p\ninclude: [\"parts/**/*.yaml\"]\n",
            "parts/a.yaml": "include: other.yaml\n", "parts/deep/b.yaml": "expectations: {raw.one: checks/one.yaml}\n",
            "parts/.hidden/c.yaml": "owner: c\n", "parts/notes.txt": "", "other.yaml": "owner: o\n",
            "checks/one.yaml": "suite: one\n",
            "unrelated.yaml": "a: b\n",
        ] {
            try folder.write(text, to: path)
        }
        let files = ProjectFolder(path: folder.path).read()
        #expect(
            files.sources.map(\.path) == [
                "checks/one.yaml", "esteira.yaml", "other.yaml", "parts/a.yaml", "parts/deep/b.yaml",
                "pipelines/p.yaml",
            ]
        )
        let unsaved = SourceText(path: "pipelines/p.yaml", text: "pipeline: p\ninclude: other.yaml\n")
        let overlaid = ProjectFolder(path: folder.path).read(under: [unsaved])
        #expect(overlaid.sources.map(\.path) == ["esteira.yaml", "other.yaml", "pipelines/p.yaml"])
    }
}
