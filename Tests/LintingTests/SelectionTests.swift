import Kinds
import Linting
import Reporting
import TestSupport
import Testing

/// Which rules are asked for, and how grave they are.
struct SelectionTests {
    private static let rules = [
        Rule("EST0001", "yaml-parse", summary: "", explanation: ""),
        Rule("EST3011", "csv-inferred", .warning, summary: "", explanation: ""),
        Rule("EST3012", "csv-null-ambiguity", summary: "", explanation: ""),
        Rule("EST9002", "description", .hint, summary: "", explanation: ""),
    ]

    private func selected(_ request: LintRequest, _ section: LintSection = LintSection()) throws -> [String] {
        var found = Diagnostics()
        let selection = try RuleSelection(request, over: section, rules: Self.rules, found: &found)
        return Self.rules.filter(selection.includes).map(\.code)
    }

    private func request(
        select: [String] = [], ignore: [String] = [], extendSelect: [String] = [], extendIgnore: [String] = []
    ) -> LintRequest {
        var request = LintRequest()
        (request.select, request.ignore) = (select, ignore)
        (request.extendSelect, request.extendIgnore) = (extendSelect, extendIgnore)
        return request
    }

    private func section(_ text: String) -> LintSection {
        var found = Diagnostics()
        return LintSection(parsedProject(text, found: &found))
    }

    @Test func `everything is selected unless something is`() throws {
        #expect(try selected(request()) == ["EST0001", "EST3011", "EST3012", "EST9002"])
        #expect(try selected(request(select: ["EST3"])) == ["EST3011", "EST3012"])
        #expect(try selected(request(select: ["csv-inferred,EST9002"])) == ["EST3011", "EST9002"])
        #expect(try selected(request(select: ["all"], ignore: ["EST3"])) == ["EST0001", "EST9002"])
    }

    @Test func `the more exact selector wins, and ignoring wins a draw`() throws {
        #expect(try selected(request(select: ["EST3012"], ignore: ["EST3"])) == ["EST3012"])
        #expect(try selected(request(select: ["EST3"], ignore: ["EST3012"])) == ["EST3011"])
        #expect(try selected(request(select: ["EST3012"], ignore: ["csv-null-ambiguity"])) == [])
    }

    @Test func `the command line wins over the file`() throws {
        let file = section("lint: {select: EST3, ignore: [EST3011]}")
        #expect(try selected(request(), file) == ["EST3012"])
        #expect(try selected(request(select: ["EST9"]), file) == ["EST9002"])
        #expect(try selected(request(ignore: ["EST3012"]), file) == ["EST3011"])
        #expect(try selected(request(extendSelect: ["EST9", "EST3011"]), file) == ["EST3011", "EST3012", "EST9002"])
        #expect(try selected(request(extendIgnore: ["EST3012"]), file) == [])
    }

    @Test func `a word that names no rule is an error with the nearest name`() {
        #expect(throws: LintUsageError.self) { try selected(request(select: ["EST77"])) }
        do {
            _ = try selected(request(ignore: ["csv-infered"]))
        } catch {
            #expect("\(error)" == "no rule 'csv-infered'; did you mean 'csv-inferred'?")
        }
    }

    @Test func `the file's unknown rules are findings at their place`() throws {
        var found = Diagnostics()
        _ = try RuleSelection(
            LintRequest(), over: section("lint:\n  ignore: [EST9002, descripton]\n"), rules: Self.rules, found: &found)
        #expect(
            found.items.map { "\($0.span) \($0.rule.code): \($0.message) \($0.help.map { "\($0)" } ?? "")" }
                == ["esteira.yaml:2:21 EST9008: no rule 'descripton' did you mean 'description'?"])
    }

    @Test func `severities go by the most exact selector, the command line last`() throws {
        var found = Diagnostics()
        var request = LintRequest()
        request.severities = ["EST3012=hint"]
        let selection = try RuleSelection(
            request, over: section("lint: {severity: {EST3: warn, csv-null-ambiguity: error}}"), rules: Self.rules,
            found: &found)
        #expect(Self.rules.map(selection.severity) == [nil, .warning, .hint, nil])
    }

    @Test func `rules are left out in the files of a pattern`() throws {
        var found = Diagnostics()
        let selection = try RuleSelection(
            LintRequest(), over: section("lint: {per_file_ignores: {\"pipelines/old/**\": EST9}}"), rules: Self.rules,
            found: &found)
        let finding = { (file: String) in Diagnostic(Self.rules[3], "m", at: .startOf(file)) }
        #expect(!selection.includes(finding("pipelines/old/a/b.yaml")))
        #expect(selection.includes(finding("pipelines/new.yaml")))
    }

    @Test(arguments: [
        ("pipelines/*.yaml", "pipelines/a.yaml", true), ("pipelines/*.yaml", "pipelines/a/b.yaml", false),
        ("**/a?.yaml", "pipelines/x/ab.yaml", true), ("**", "a/b", true), ("a*b*c", "aXbbYc", true),
        ("a*b*c", "aXc", false),
    ])
    func `stars stay within a folder, two of them do not`(pattern: String, path: String, matches: Bool) {
        #expect(PathPattern(pattern).matches(path) == matches)
    }
}

/// The settings of a file are read anew when fixes change it.
struct SettingsTests {
    @Test func `a fix of the settings' own mistake leaves no finding`() throws {
        let project = try ExampleProject()
        let text = String(decoding: try #require(project.files["esteira.yaml"]).utf8, as: UTF8.self)
        let files = project.files.replacing("esteira.yaml", by: text + "\nlint: {ignore: [descripton]}\n")
        let subject = try LintSubject(look: { ExampleProject.looked($0) })
        let fixed = FixedProject(
            files, allowing: [.safe, .unsafe], first: subject.judged(files), judge: { subject.judged($0) }
        ) { $0.judgement.verdict }
        #expect(fixed.files["esteira.yaml"]?.utf8.suffix(31) == Array("\nlint: {ignore: [description]}\n".utf8)[...])
        #expect(fixed.judged.judgement.findings.filter { $0.rule.code == "EST9008" } == [])
    }
}
