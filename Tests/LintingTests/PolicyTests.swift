import Configuration
import Kinds
import Portuguese
import Reporting
import TestSupport
import Testing

@testable import Linting

/// Rules of a project's own: what they find, where, and how they are turned off.
struct PolicyTests {
    private static let options = ReadingOptions(
        scope: Scope(requiresEnvironment: false, environment: [:], secrets: [:]),
        clock: ExampleProject.clock
    )

    /// What policies find in the shop's project and in a pipeline of its own.
    private func judged(
        _ policies: String,
        lint: String = "",
        pipeline: String = "sinks: {}",
        request: LintRequest = LintRequest()
    ) throws -> LintJudgement {
        let more = lint.isEmpty ? "" : "\n  \(lint)"
        let project = try ExampleProject(
            RuleExample(
                stringLiteral: """
                    \(pipeline)
                    # file: esteira.yaml
                    project: shop
                    lint:
                      select: [X, EST9013, EST9007, EST9008]\(more)
                      policies:
                        \(policies.split(separator: "\n").joined(separator: "\n    "))
                    """
            )
        )
        let looked = LookedAt(project.files, options: Self.options)
        return try LintSubject(
            look: { LookedAt($0, options: Self.options) },
            request: request,
            rules: looked.rules
        ).judged(project.files, looked: looked).judgement
    }

    private func told(_ judgement: LintJudgement) -> [String] {
        judgement.findings.map { "\($0.span) \($0.severity.rawValue)[\($0.rule.code)] \($0.message)" }
    }

    @Test func `what is required is looked for in each declaration of its kind`() throws {
        let judgement = try judged(
            "XOWN1: {for: sink, require: owner is not null, message: A load needs an owner., help: Name a team.}"
        )
        #expect(
            told(judgement) == [
                "pipelines/daily.yaml:35:3 warn[XOWN1] sink 'orders': A load needs an owner.",
                "pipelines/daily.yaml:36:3 warn[XOWN1] sink 'revenue': A load needs an owner.",
            ]
        )
        #expect(judgement.findings.map(\.help) == ["Name a team.", "Name a team."])
        #expect(judgement.findings.map(\.rule.name) == ["xown1", "xown1"])
    }

    @Test func `a finding stands at the key that the requirement asks about`() throws {
        let found = try judged(
            "XTAB1: {for: sink, where: name = 'orders', require: \"table like 'dw.%'\", message: No., severity: error}"
        )
        #expect(told(found) == ["pipelines/daily.yaml:35:36 error[XTAB1] sink 'orders': No."])
        let both = try judged("XTAB1: {for: sink, where: name = 'orders', require: \"table = name\", message: No.}")
        #expect(told(both) == ["pipelines/daily.yaml:35:3 warn[XTAB1] sink 'orders': No."])
    }

    @Test func `null is not met, and a condition that is null is not about it`() throws {
        #expect(told(try judged("XOWN1: {for: pipeline, require: length(owner) > 3, message: No.}")).count == 2)
        #expect(
            told(try judged("XOWN1: {for: pipeline, where: length(owner) < 3, require: 'false', message: No.}")) == []
        )
    }

    @Test func `patterns say in which files it holds`() throws {
        let found = try judged(
            "XOWN1: {for: pipeline, in: \"pipelines/ex*\", require: owner is not null, message: No.}"
        )
        #expect(told(found) == ["pipelines/example.yaml:1:11 warn[XOWN1] pipeline 'example': No."])
    }

    @Test func `tags, keys and steps are lists`() throws {
        let pipeline = "tags: [pii, daily]\nsinks: {}"
        let found = try judged(
            "XTAG1: {for: pipeline, require: \"list_contains(tags, 'pii')\", message: No.}",
            pipeline: pipeline
        )
        #expect(told(found) == ["pipelines/daily.yaml:1:11 warn[XTAG1] pipeline 'daily': No."])
        let steps = try judged(
            "XAGG1: {for: transform, require: \"not list_contains(steps, 'aggregate')\", message: No.}"
        )
        #expect(told(steps) == ["pipelines/daily.yaml:25:5 warn[XAGG1] transform 'revenue': No."])
        let keys = try judged("XKEY1: {for: schema, require: list_length(primary_key) = 2, message: No.}")
        #expect(
            told(keys) == [
                "schemas/orders.yaml:8:1 warn[XKEY1] schema 'orders': No.",
                "schemas/products.yaml:6:1 warn[XKEY1] schema 'products': No.",
            ]
        )
    }

    @Test func `what the rest of the pipeline says of a declaration can be asked`() throws {
        let found = try judged("XCHK1: {for: sink, require: has_expectations, message: No.}")
        #expect(told(found) == ["pipelines/daily.yaml:36:3 warn[XCHK1] sink 'revenue': No."])
        let wide = try judged("XWID1: {for: sink, require: columns <= 3, message: No.}")
        #expect(told(wide) == ["pipelines/daily.yaml:35:3 warn[XWID1] sink 'orders': No."])
    }

    @Test func `comments, selections and severities know it by code and name`() throws {
        let policy = "XOWN1: {name: has-owner, for: pipeline, require: owner is not null, message: No.}"
        let silent = "# esteira: file-ignore[has-owner] -- an example\npipeline: example\nsinks: {}"
        #expect(
            told(try judged(policy, pipeline: silent)) == [
                "pipelines/daily.yaml:1:11 warn[XOWN1] pipeline 'daily': No."
            ]
        )
        let ignored = try judged(
            policy,
            lint: "per_file_ignores: {\"pipelines/e*\": XOWN1}\n  severity: {has-owner: hint}"
        )
        #expect(told(ignored) == ["pipelines/daily.yaml:1:11 hint[XOWN1] pipeline 'daily': No."])
        var request = LintRequest()
        request.extendIgnore = ["XOWN1"]
        #expect(told(try judged(policy, request: request)) == [])
        let unused = "# esteira: file-ignore[XOWN1] -- an example\npipeline: example\nowner: me\nsinks: {}"
        #expect(
            told(try judged(policy, pipeline: unused)).contains(
                "pipelines/example.yaml:1:1 warn[EST9007] nothing here breaks 'XOWN1'"
            )
        )
    }

    @Test func `a policy is a rule with a page of its own`() throws {
        var found = Diagnostics()
        let text = """
            lint:
              policies:
                XOWN1: {for: sink, in: "a/**", where: mode = 'merge', require: owner is not null, message: Who?, help: Name a team.}
            """
        let rules = Policies(LintSection(parsedProject(text, found: &found)).policies).rules
        #expect(
            rules.map { explanation(of: $0) } == [
                """
                XOWN1 xown1 (warning)
                looks at the whole project; no fix; a rule of this project

                Who?

                Name a team.

                for: sink
                in: a/**
                where: mode = 'merge'
                require: owner is not null

                """
            ]
        )
    }

    @Test func `every column of every kind can be asked`() throws {
        let project = try ExampleProject()
        let looked = LookedAt(project.files, options: Self.options)
        #expect(looked.found.hasErrors == false)
        for subject in PolicySubject.allCases {
            let model = PolicyModel.of(subject)
            let names = model.columns.map(\.name)
            #expect(Set(names).count == names.count, "\(subject)")
            let always = names.map { "(\($0) is null or \($0) is not null)" }.joined(separator: " and ")
            let policies = "XALL1: {for: \(subject), require: \"\(always)\", message: No.}"
            #expect(told(try judged(policies)) == [], "\(subject)")
        }
    }
}

extension PolicyTests {
    @Test func `a code has letters and digits in any order`() throws {
        let rest = "{for: pipeline, require: 'false', message: No.}"
        let found = try judged("XDESC: \(rest)\nX1OWN2X: \(rest)").findings
        #expect(Set(found.map(\.rule.code)) == ["XDESC", "X1OWN2X"])
    }

    @Test func `a pattern that no file matches is told`() throws {
        let looked = LookedAt(
            try ExampleProject(
                """
                sinks: {}
                # file: esteira.yaml
                project: shop
                lint:
                  policies:
                    XA1: {for: pipeline, in: [nowhere/**, "pipelines/**"], require: 'true', message: No.}
                """
            ).files, options: Self.options)
        #expect(
            looked.found.items.filter { $0.rule == .customRuleError }.map { "\($0.span) \($0.severity): \($0.message)" }
                == [
                    "esteira.yaml:4:31 warning: policy 'XA1': no file of the project matches 'nowhere/**'"
                ])
    }
}

/// What is wrong with policies themselves: EST9013.
struct PolicyFaultTests {
    private func faults(_ policies: String) -> [Diagnostic] {
        var found = Diagnostics()
        let text = "lint:\n  policies:\n    \(policies.split(separator: "\n").joined(separator: "\n    "))\n"
        return Policies(LintSection(parsedProject(text, found: &found)).policies).faults.items
    }

    private func told(_ policies: String) -> [String] {
        faults(policies).map { "\($0.span) \($0.rule.code): \($0.message)\($0.help.map { "; \($0)" } ?? "")" }
    }

    @Test(arguments: [
        ("ownr is null", "3:32 EST9013: policy 'XA1': no column 'ownr'; did you mean 'owner'?"),
        ("attempts + 1", "3:32 EST9013: policy 'XA1': a condition has to be boolean, not bigint; compare it: … <> 0"),
        ("mode = 1", "3:32 EST9013: policy 'XA1': cannot compare string with int; cast the text: try_cast(… as int)"),
        ("mode =", "3:38 EST9013: policy 'XA1': the expression ends too early; expected a value"),
        (
            "mode = now()",
            "3:39 EST9013: policy 'XA1': no function 'now'; what a policy finds is the same at any time: it knows no clock and no chance"
        ),
        (
            "timeout > random()",
            "3:42 EST9013: policy 'XA1': no function 'random'; what a policy finds is the same at any time: it knows no clock and no chance"
        ),
        (
            "run.started_at is null",
            "3:32 EST9013: policy 'XA1': no column 'run.started_at'; what a policy finds is the same at any time: it knows no clock and no chance"
        ),
        ("count() > 1", "3:32 EST9013: policy 'XA1': 'count' is an aggregate, and there is no group of rows here"),
        (
            "name = '' or initcap(mode) = 'X'",
            "3:45 EST9013: policy 'XA1': policies do not know 'initcap'; they are answered without an engine; the reference lists their functions"
        ),
        ("mode = 'merg'", "3:39 EST9013: policy 'XA1': 'mode' is never 'merg'; did you mean 'merge'?"),
        (
            "owner is null or not (schema_changes in ('fail', 'drop'))",
            "3:81 EST9013: policy 'XA1': 'schema_changes' is never 'drop'; it is one of add_columns, fail, ignore"
        ),
        ("regexp_matches(mode, '(')", "3:53 EST9013: policy 'XA1': '(' is no regular expression"),
        ("mode = null", "3:32 EST9013: policy 'XA1': a comparison with null is never true; write 'is null'"),
    ])
    func `an expression that cannot be answered is shown where it cannot`(expression: String, expected: String) {
        #expect(told("XA1: {for: sink, require: \"\(expression)\", message: No.}") == ["esteira.yaml:" + expected])
    }

    @Test func `both expressions are looked at`() {
        #expect(
            told("XA1: {for: sink, where: a = 1, require: b = 1, message: No.}").map { $0.prefix { $0 != ";" } } == [
                "esteira.yaml:3:29 EST9013: policy 'XA1': no column 'a'",
                "esteira.yaml:3:45 EST9013: policy 'XA1': no column 'b'",
            ]
        )
    }

    @Test func `codes are X, letters and digits, and names are its own`() {
        let rest = "{for: sink, require: 'true', message: No."
        #expect(
            told(
                "own1: \(rest)}\nxown1: \(rest)}\nX: \(rest)}\nXA1: \(rest), name: A b}\nXA2: \(rest), name: owner}\nXA3: \(rest)}\nXB1: \(rest), name: xa3}"
            ) == [
                "esteira.yaml:3:5 EST9013: 'own1' is no code of a policy: 'X', then capital letters and digits; write a code such as 'XOWN1'",
                "esteira.yaml:4:5 EST9013: 'xown1' is no code of a policy: 'X', then capital letters and digits; write 'XOWN1'",
                "esteira.yaml:5:5 EST9013: 'X' is no code of a policy: 'X', then capital letters and digits; write a code such as 'XOWN1'",
                "esteira.yaml:6:59 EST9013: policy 'XA1': its name 'A b' is not in lower case with hyphens; write a name such as 'sink-has-owner'",
                "esteira.yaml:7:59 EST9013: policy 'XA2': rule 'EST9003' has the name 'owner' too; give it another name",
                "esteira.yaml:9:59 EST9013: policy 'XB1': rule 'XA3' has the name 'xa3' too; give it another name",
            ]
        )
    }

    @Test func `all that is said of policies is said in Portuguese too`() {
        let expressions = [
            "ownr is null", "mode = now()", "mode = 'merg'", "mode = 'x'", "initcap(mode) = 'X'",
            "regexp_matches(mode, '(')",
        ]
        let wrong = expressions.enumerated().map { "XA\($0): {for: sink, require: \"\($1)\", message: No.}" }
        let codes = ["own1: {}", "xown1: {}", "XB1: {name: A b}", "XB2: {name: owner}"]
        #expect(untranslated(faults((wrong + codes).joined(separator: "\n")), into: portuguese) == [])
    }

    @Test(arguments: PolicySubject.allCases)
    func `what a finding calls its declaration is said in Portuguese too`(subject: PolicySubject) {
        #expect(portuguese.template(for: subject.word.template) != nil)
    }
}
