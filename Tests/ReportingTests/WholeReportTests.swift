import Foundation
import Reporting
import TestSupport
import Testing

/// What the formats say of a whole lint.
@Suite struct WholeReportTests {
    @Test func `the summary counts files, findings, fixes, and what was not looked at`() {
        #expect(
            Examples.whole.summaryLine
                == "Checked 14 files in 38 ms: 1 error, 1 warning, 1 fixable (1 safe). 1 finding fixed. 2 suppressed. "
                + "3 hints not shown (--hints). 1 rule not run: EST9006 (needs DuckDB).")
    }

    @Test func `a frame names the fix and the option that applies it`() {
        #expect(
            Examples.whole.rendered(as: .text).contains(
                "help: did you mean 'schedule'?\nfix: write 'schedule' (--fix)\n"))
    }

    @Test func `findings are grouped by file`() {
        #expect(
            Examples.whole.rendered(as: .grouped).hasPrefix(
                """
                pipelines/a.yaml
                   2:1  error    EST1001  unknown key 'schedul' (did you mean 'schedule'?)
                  2:12  warning  EST0002  a | b\\u{a}<c>

                Checked 14 files
                """))
    }

    @Test func `JSON lines end with the summary`() throws {
        let lines = Examples.whole.rendered(as: .jsonl).split(separator: "\n")
        #expect(lines.count == 5)
        let last = """
            {"schema_version":1,"rules_not_run":[{"code":"EST9006","name":"todo","reason":"needs DuckDB"}],\
            "summary":{"files":14,"errors":1,"warnings":1,"hints":0,"fixable":1,"fixable_safely":1,"fixed":1,\
            "suppressed":2,"hints_not_shown":3}}
            """
        #expect(lines.last.map(String.init) == last)
        #expect(
            lines[0].contains(#""edits":[{"path":"pipelines/a.yaml","start":5,"end":12,"replacement":"schedule"}]"#))
        #expect(lines[2].contains(#""suppressed":{"by":"baseline","reason":null}"#))
        #expect(lines[3].contains(#""suppressed":{"by":"comment","reason":"soon"}"#))
    }

    @Test func `fingerprints of shown and accepted findings differ`() throws {
        let lines = Examples.whole.rendered(as: .jsonl).split(separator: "\n")
        let prints = lines.compactMap { $0.firstMatch(of: /"fingerprint":"([0-9a-f:]+)"/).map { String($0.1) } }
        #expect(prints.count == 4 && Set(prints).count == 4)
    }

    @Test func `reviewdog counts columns in bytes and gets suggestions`() throws {
        let text = Examples.whole.rendered(as: .rdjson)
        let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let findings = try #require(root["diagnostics"] as? [[String: Any]])
        let range = ((findings[1]["location"] as? [String: Any])?["range"] as? [String: [String: Int]])
        #expect(range == ["start": ["line": 2, "column": 13], "end": ["line": 2, "column": 14]])
        let suggestion = try #require((findings[0]["suggestions"] as? [[String: Any]])?.first)
        #expect(suggestion["text"] as? String == "schedule")
    }

    @Test func `Checkstyle, Azure and Markdown escape what would end them`() {
        #expect(
            Examples.whole.rendered(as: .checkstyle)
                == """
                <?xml version="1.0" encoding="UTF-8"?>
                <checkstyle version="4.3">
                  <file name="pipelines/a.yaml">
                    <error line="2" column="1" severity="error" message="unknown key &apos;" source="esteira.EST1001"/>
                    <error line="2" column="12" severity="warning" message="a | b&#10;&lt;c&gt;" source="esteira.EST0002"/>
                  </file>
                </checkstyle>

                """.replacing("unknown key &apos;", with: "unknown key 'schedul'&#10;help: did you mean 'schedule'?"))
        #expect(
            Examples.whole.rendered(as: .azure) == """
                ##vso[task.logissue type=error;sourcepath=pipelines/a.yaml;linenumber=2;columnnumber=1;code=EST1001;]\
                unknown key 'schedul'%0Ahelp: did you mean 'schedule'?
                ##vso[task.logissue type=warning;sourcepath=pipelines/a.yaml;linenumber=2;columnnumber=12;code=EST0002;]\
                a | b%0A<c>

                """)
        #expect(
            Examples.whole.rendered(as: .markdown).contains(
                #"| 2 | warning | EST0002 yaml-duplicate-key | a \| b<br>&lt;c&gt; |"#))
    }

    @Test func `statistics count by rule`() {
        #expect(
            Examples.whole.statistics
                == "1  EST0002  yaml-duplicate-key\n1  EST1001  unknown-key         1 fixable\n")
    }

    @Test(arguments: ["whole", "report", "nothing"])
    func `SARIF is valid by the part of its schema that is used`(name: String) throws {
        let report = ["whole": Examples.whole, "report": Examples.report, "nothing": Examples.nothing][name]
        let folder = try TemporaryFolder()
        let file = try folder.write(try #require(report).rendered(as: .sarif), to: "lint.sarif")
        let check = """
            import json, sys
            try:
                import jsonschema
            except ImportError:
                sys.exit(77)
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))
            """
        let schema = repositoryRoot.appending(path: "Tests/Fixtures/sarif-2.1.0-part.schema.json")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", check, schema.path, file.path]
        try process.run()
        process.waitUntilExit()
        // 77: the validator is not installed here.
        #expect([0, 77].contains(process.terminationStatus))
    }
}
