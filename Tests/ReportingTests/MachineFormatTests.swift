import Reporting
import Testing

@Suite struct MachineFormatTests {
    @Test func `concise is one line a finding`() {
        #expect(
            Examples.report.rendered(as: .concise) == """
                pipelines/a, b.yaml:2:1: error[EST1001]: unknown key 'schedul' (did you mean 'schedule'?)
                readme.md:1:1: hint[EST9006]: work is left open: 100%\\u{a}sure
                schemas/orders.yaml:2:1: warning[EST0002]: key 'id' is given twice

                """
        )
    }

    @Test func `workflow commands put errors first and escape what would end a property`() {
        #expect(
            Examples.report.rendered(as: .github) == """
                ::error file=pipelines/a%2C b.yaml,line=2,endLine=2,col=1,endColumn=8,title=EST1001 unknown-key::\
                unknown key 'schedul'%0Ahelp: did you mean 'schedule'?
                ::warning file=schemas/orders.yaml,line=2,endLine=2,col=1,endColumn=3,\
                title=EST0002 yaml-duplicate-key::key 'id' is given twice%0A\
                note: first given here (schemas/orders.yaml:1:1)%0Anote: the last one wins
                ::notice file=readme.md,line=1,endLine=1,col=1,endColumn=1,title=EST9006 todo::\
                work is left open: 100%25%0Asure

                """
        )
    }

    @Test func `JSON has every field of a finding in a fixed order`() {
        let text = DiagnosticReport(
            Examples.report.diagnostics.filter { $0.rule == Examples.duplicateKey },
            sources: [],
            toolVersion: "0"
        ).rendered(as: .json)
        #expect(
            text.filter { $0 != " " && $0 != "\n" }
                == """
                {"schema_version":1,"tool":{"name":"esteira","version":"0"},"findings":[
                {"code":"EST0002","name":"yaml-duplicate-key","severity":"warn","message":"key'id'isgiventwice",
                "path":"schemas/orders.yaml","start":{"line":2,"column":1,"offset":9},
                "end":{"line":2,"column":3,"offset":11},"help":null,
                "related":[{"message":"firstgivenhere","path":"schemas/orders.yaml",
                "start":{"line":1,"column":1,"offset":0},"end":{"line":1,"column":3,"offset":2}},
                {"message":"thelastonewins","path":null,"start":null,"end":null}],
                "fix":null,"fingerprint":"496eb24b4859b5ef:1","suppressed":null}],"rules_not_run":[],
                "summary":{"files":0,"errors":0,"warnings":1,"hints":0,"fixable":0,"fixable_safely":0,"fixed":0,
                "suppressed":0,"hints_not_shown":0}}
                """.filter { $0 != "\n" }
        )
    }

    @Test func `a report without findings is an empty array, an empty text or a passed case`() {
        #expect(Examples.nothing.rendered(as: .json).contains("\"findings\": [],"))
        #expect(Examples.nothing.rendered(as: .gitlab) == "[]\n")
        #expect(Examples.nothing.rendered(as: .concise) == "")
        #expect(Examples.nothing.rendered(as: .github) == "")
        #expect(
            Examples.nothing.rendered(as: .junit) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="esteira" tests="1" failures="0">
                  <testsuite name="a.yaml" tests="1" failures="0">
                    <testcase classname="a.yaml" name="lint"/>
                  </testsuite>
                </testsuites>

                """
        )
    }

    @Test func `JUnit fails for errors only`() {
        let text = Examples.report.rendered(as: .junit)
        #expect(
            text.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"esteira\" tests=\"3\" failures=\"1\">"
            )
        )
        #expect(
            text.contains(
                """
                    <testcase classname="pipelines/a, b.yaml" name="EST1001 unknown-key 2:1">
                      <failure type="EST1001" message="unknown key 'schedul'">pipelines/a, b.yaml:2:1: \
                unknown key 'schedul'&#10;help: did you mean 'schedule'?</failure>
                    </testcase>
                """
            )
        )
        #expect(text.contains("<system-out>warning: schemas/orders.yaml:2:1: key 'id' is given twice&#10;note:"))
    }

    @Test func `a rule is explained on a page of 80 columns`() {
        let rule = Rule(
            "EST1001",
            "unknown-key",
            summary: "A key that the kind does not know.",
            explanation: String(repeating: "word ", count: 20),
            bad: "a:\n\n  b: 1",
            good: "c: 1"
        )
        #expect(
            explanation(of: rule) == """
                EST1001 unknown-key (error)
                looks at one file; no fix; since 0.1.0

                A key that the kind does not know.

                word word word word word word word word word word word word word word word word
                word word word word

                Wrong:

                    a:

                      b: 1

                Right:

                    c: 1

                """
        )
    }
}
