import Configuration
import Kinds
import Linting
import Reporting
import TestSupport
import Testing

func parsedProject(_ text: String, found: inout Diagnostics) -> Node? {
    parseYAML(SourceText(path: ProjectFiles.projectFile, text: text), found: &found)
}

/// Comments that accept findings: what they cover, and what is wrong with them.
struct SuppressionTests {
    private static let description = allRules.first { $0.code == "EST9002" }

    /// Which of the lines with a finding are shown, and what is said of the comments.
    private func judged(_ text: String, findingsAt lines: [Int]) throws -> (shown: [Int], comments: [String]) {
        let rule = try #require(Self.description)
        let source = SourceText(path: "pipelines/a.yaml", text: text)
        var found = Diagnostics()
        let tree = try #require(parseYAML(source, found: &found))
        for line in lines {
            let range = source.range(ofLine: line)
            let start = range.lowerBound + source.line(line).utf8.prefix { $0 == UInt8(ascii: " ") }.count
            found.report(Diagnostic(rule, "finding on line \(line)", at: source.span(start..<start + 1)))
        }
        let looked = LookedAt(ProjectFiles([source]), trees: [source.path: tree], found: found)
        let judgement = LintJudgement(looked, selection: RuleSelection())
        return (
            judgement.findings.filter { $0.rule == rule }.map(\.span.start.line),
            judgement.findings.filter { $0.rule != rule }.map {
                "\($0.span.start.line):\($0.span.start.column) \($0.message)"
            }
        )
    }

    @Test func `a comment above a node covers all of it, and no more`() throws {
        let told = try judged(
            """
            a:
              # esteira: ignore[EST9002] -- why
              b:
                c: 1
              d: 2
            """, findingsAt: [3, 4, 5])
        #expect(told.shown == [5] && told.comments == [])
    }

    @Test func `a comment at the end of a line covers what begins there`() throws {
        let told = try judged("a: 1  # esteira: ignore[description] -- why\nb: 2\n", findingsAt: [1, 2])
        #expect(told.shown == [2] && told.comments == [])
    }

    @Test func `a comment above a list item covers the item`() throws {
        let told = try judged(
            "a:\n  # esteira: ignore[EST9002] -- why\n  # another word\n\n  - b: 1\n    c: 2\n  - d: 3\n",
            findingsAt: [5, 6, 7])
        #expect(told.shown == [7] && told.comments == [])
    }

    @Test func `a file, or a stretch of it, is covered by its comments`() throws {
        #expect(try judged("a: 1\n# esteira: file-ignore[EST9002] -- why\n", findingsAt: [1]).shown == [])
        let told = try judged(
            "a: 1\n# esteira: disable[EST9002] -- why\nb: 2\n# esteira: enable[EST9002]\nc: 3\n", findingsAt: [1, 3, 5])
        #expect(told.shown == [1, 5] && told.comments == [])
    }

    @Test func `text is no comment, but SQL in it may hold one`() throws {
        #expect(try judged("a: \"# esteira: file-ignore[EST9002] -- why\"\n", findingsAt: [1]).shown == [1])
        #expect(try judged("a: |\n  # esteira: file-ignore[EST9002]\n", findingsAt: [1]).shown == [1])
        let told = try judged("a: |\n  -- esteira: ignore[EST9002] -- why\n  select 1\n  from b\n", findingsAt: [3, 4])
        #expect(told.shown == [4] && told.comments == [])
    }

    @Test func `what is wrong with a comment is found at its place`() throws {
        let told = try judged(
            """
            a: 1 # esteira: ignore
            b: 2 # esteira: ignore[EST9002]
            c: 3 # esteira: ignore[EST9, EST1, descripton] -- why
            """, findingsAt: [])
        #expect(
            told.comments == [
                "1:6 'ignore' names no rule",
                "2:6 nothing here breaks 'EST9002'",
                "2:6 this suppression gives no reason",
                "3:24 'EST9' is a family of rules, not a rule",
                "3:30 'EST1' is a family of rules, not a rule",
                "3:36 no rule 'descripton'",
            ])
    }

    @Test func `fixes take out what hides nothing`() throws {
        let rule = try #require(Self.description)
        let text = """
            # esteira: file-ignore[EST0002] -- old
            a: 1  # esteira: ignore[EST9002, EST0002] -- why
            b: 2  # esteira: ignore[EST9002] -- gone
            """
        let fixed = fixedText(text) { source, found in
            found.report(Diagnostic(rule, "m", at: source.span(source.range(ofLine: source.lineCount - 1))))
        }
        #expect(fixed == "a: 1  # esteira: ignore[EST9002] -- why\nb: 2")
    }

    @Test func `comments are written above the nodes of findings`() throws {
        let rule = try #require(Self.description)
        let source = SourceText(path: "pipelines/a.yaml", text: "a:\n  - b: |\n      text\n  - {c: 1}\n")
        var found = Diagnostics()
        let tree = try #require(parseYAML(source, found: &found))
        let looked = LookedAt(ProjectFiles([source]), trees: [source.path: tree], found: found)
        let findings = [source.range(ofLine: 3), source.range(ofLine: 4)].map {
            Diagnostic(rule, "m", at: source.span($0.upperBound - 2..<$0.upperBound))
        }
        let added = addedIgnores(for: findings, in: looked, reason: "known")
        #expect(
            looked.files(applying: added.edits).map { String(decoding: $0.utf8, as: UTF8.self) } == [
                "a:\n  # esteira: ignore[EST9002] -- known\n  - b: |\n      text\n  # esteira: ignore[EST9002] -- known\n  - {c: 1}\n"
            ])
    }
}

/// The text of one file after all its safe fixes, with the findings that a test adds in each pass.
func fixedText(
    _ text: String, allowing allowed: Set<Fix.Applicability> = [.safe],
    finding look: @escaping (SourceText, inout Diagnostics) -> Void
) -> String {
    let judge = { (files: ProjectFiles) in
        var found = Diagnostics()
        var trees: [String: Node] = [:]
        for source in files.sources {
            trees[source.path] = parseYAML(source, found: &found)
            look(source, &found)
        }
        return LintJudgement(LookedAt(files, trees: trees, found: found), selection: RuleSelection())
    }
    let files = ProjectFiles([SourceText(path: "pipelines/a.yaml", text: text)])
    let fixed = FixedProject(files, allowing: allowed, first: judge(files), judge: judge) { $0.verdict }
    return fixed.files.sources.map { String(decoding: $0.utf8, as: UTF8.self) }.joined()
}
