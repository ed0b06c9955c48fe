import Kinds
import Linting
import Reporting
import Testing

/// Blocks of YAML in pages are linted as the files they show, and found where they stand.
struct MarkdownTests {
    private func judged(_ page: String) throws -> [String] {
        let project = try ExampleProject()
        let subject = try LintSubject(look: { ExampleProject.looked($0) }, isReported: { _ in false })
        let files = ProjectFiles(project.files.sources + [SourceText(path: "docs/page.md", text: page)])
        return subject.judged(files).judgement.findings.filter { $0.severity == .error }.map {
            "\($0.span): \($0.message)"
        }
    }

    @Test func `a page's blocks are found with their lines`() {
        let page = SourceText(
            path: "page.md",
            text:
                "text\n\n```yaml pipeline\na: 1\n```\n1. item\n   ~~~yaml\n   b: 2\n     c: 3\n   ~~~\n````\n```\n````\n"
        )
        let blocks = markdownBlocks(in: page)
        #expect(blocks.map(\.words) == [["yaml", "pipeline"], ["yaml"], []])
        #expect(blocks.map(\.firstLine) == [4, 8, 12])
        #expect(blocks[1].lines.map { String(decoding: page.utf8[$0], as: UTF8.self) } == ["b: 2", "  c: 3"])
    }

    @Test func `a finding in a block has the page's line and column`() throws {
        #expect(
            try judged("# Page\n\n```yaml pipeline\npipeline: shown\nparms: {day: {type: date, default: today}}\n```\n")
                == ["docs/page.md:5:1: unknown key 'parms' in 'pipeline'"])
        #expect(
            try judged("- item:\n  ```yaml\n  pipeline: shown\n  ownr: me\n  ```\n") == [
                "docs/page.md:4:3: unknown key 'ownr' in 'pipeline'"
            ])
    }

    @Test func `a part of a pipeline is read with the rest of one`() throws {
        let steps = "```yaml steps\n- distnct: true\n```\n"
        let told = try judged(steps)
        #expect(told.count == 1 && told[0].hasPrefix("docs/page.md:2:3: "), "\(told)")
    }

    @Test func `other blocks are left alone`() throws {
        #expect(try judged("```text\nparms: 1\n```\n```yaml\nanything: 1\n```\n") == [])
    }

    @Test func `a part is read with sections that fragments have`() throws {
        let project = try ExampleProject()
        let text = "sources:\n  orders: {csv: include/orders.csv, schema: orders}\n"
        let files = ProjectFiles(
            project.files.sources.filter { !$0.path.hasPrefix("pipelines/") } + [
                SourceText(path: "pipelines/p.yaml", text: "pipeline: p\ninclude: parts/a.yaml\n"),
                SourceText(path: "parts/a.yaml", text: text),
                SourceText(path: "docs/page.md", text: "```yaml steps\n- drop: [quantiti]\n```\n"),
            ])
        let subject = try LintSubject(look: { ExampleProject.looked($0) })
        #expect(
            subject.judged(files).judgement.findings.filter { $0.severity == .error }.map {
                "\($0.span): \($0.message)"
            }
                == ["docs/page.md:2:10: no column 'quantiti'"])
    }
}
