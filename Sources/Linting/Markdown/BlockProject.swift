import Configuration
package import Kinds
package import Reporting

/// A block of YAML in a page, as a file of a project, with the way back from the file to the page.
package struct BlockProject {
    /// The project with the block's file in place of what it shows.
    package let files: ProjectFiles
    /// The file that the block became.
    package let path: String
    private let page: SourceText
    private let block: MarkdownBlock
    /// Lines of the file before the block's, and blanks before each of its lines.
    private let linesBefore: Int
    private let indent: Int
}

extension BlockProject {
    /// Sections of a pipeline that a part of one needs beside it; taken from the project's pipelines where it has none.
    private static let needs: [String: [String]] = [
        "params": [], "generators": ["params"], "sources": ["params"], "transforms": ["params", "sources"],
        "expectations": ["params", "sources", "transforms"], "sinks": ["params", "sources", "transforms"],
    ]

    /// Nil for a block that is no YAML of a project's: the word after `yaml` says what it is (`pipeline`, `project`,
    /// `schema`, `suite`, `steps` or a section of a pipeline), else its first key does.
    ///
    /// - Parameter source: the dataset that `steps` work on.
    init?(_ block: MarkdownBlock, of page: SourceText, in files: ProjectFiles, from source: String = "orders") {
        guard let language = block.words.first, language == "yaml" || language == "yml" else { return nil }
        let text = block.lines.map { String(decoding: page.utf8[$0], as: UTF8.self) + "\n" }.joined()
        var unread = Diagnostics()  // found again when the block's file is linted
        let node = parseYAML(SourceText(path: page.path, text: text), found: &unread)
        guard let kind = block.words.dropFirst().first ?? node?.entries?.first?.key else { return nil }
        self.page = page
        self.block = block
        let stem = "block\(block.firstLine)"
        switch kind {
        case "project":
            (path, linesBefore, indent) = (ProjectFiles.projectFile, 0, 0)
            self.files = files.replacing(path, by: text)
        case "pipeline":
            (path, linesBefore, indent) = ("pipelines/\(stem).yaml", 0, 0)
            self.files = files.withoutPipelines.replacing(path, by: text).named
        case "schema":
            (path, linesBefore, indent) = ("schemas/\(stem).yaml", 0, 0)
            self.files = files.without(schema: node?["schema"]?.scalar?.text).replacing(path, by: text)
        case "suite":
            (path, linesBefore, indent) = ("expectations/\(stem).yaml", 0, 0)
            self.files = files.replacing(path, by: text)
        default:
            let isSteps = kind == "steps"
            guard let needs = Self.needs[isSteps ? "transforms" : kind] else { return nil }
            let written = isSteps ? ["transforms"] : [node].compactMap(\.self).flatMap(\.keys)
            var before =
                "pipeline: \(stem)\n"
                + needs.filter { !written.contains($0) }.map { files.sectionText($0, besides: kind) }.joined()
            if isSteps { before += "transforms:\n  example:\n    from: \(source)\n    steps:\n" }
            indent = isSteps ? 6 : 0
            linesBefore = before.utf8.count { $0 == UInt8(ascii: "\n") }
            path = "pipelines/\(stem).yaml"
            let inset = String(repeating: " ", count: indent)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.isEmpty ? "" : inset + $0
            }
            self.files = files.withoutPipelines.replacing(path, by: before + lines.joined(separator: "\n")).named
        }
    }

    /// What a block may be: steps do not say what they work on, so that there is one for each source of the project.
    static func readings(of block: MarkdownBlock, of page: SourceText, in files: ProjectFiles) -> [BlockProject] {
        // A schema in a page changes nobody's contract.
        let files = files.with(files.sources.filter { $0.path != SchemaLock.file })
        guard block.words.dropFirst().first == "steps" else {
            return [BlockProject(block, of: page, in: files)].compactMap(\.self)
        }
        return files.sourceNames.compactMap { BlockProject(block, of: page, in: files, from: $0) }
    }

    /// A finding of the block's file at its place in the page; nil for one outside of the block.
    package func inPage(_ finding: Diagnostic) -> Diagnostic? {
        guard finding.span.file == path, let span = inPage(finding.span) else { return nil }
        var moved = finding
        moved.span = span
        moved.notes = finding.notes.map { .init($0.message, at: $0.span.flatMap { $0.file == path ? inPage($0) : $0 }) }
        moved.fix = finding.fix.flatMap(inPage)
        return moved
    }

    private func inPage(_ span: Span) -> Span? {
        guard let start = inPage(span.start), let end = inPage(span.end) else { return nil }
        return page.span(start..<max(start, end))
    }

    /// The offset in the page.
    private func inPage(_ position: Position) -> Int? {
        let index = position.line - linesBefore - 1
        guard index >= 0 else { return nil }
        guard index < block.lines.count else { return block.lines.last?.upperBound }
        let line = block.lines[index]
        let text = String(decoding: page.utf8[line], as: UTF8.self).unicodeScalars
        let column = max(0, position.column - 1 - indent)
        return line.lowerBound + String(String.UnicodeScalarView(text.prefix(column))).utf8.count
    }

    /// Only where block and file have the same lines does a fix of the file fit the page.
    private func inPage(_ fix: Fix) -> Fix? {
        guard indent == 0, let file = files[path] else { return nil }
        var edits: [TextEdit] = []
        for edit in fix.edits {
            guard edit.file == path, let start = inPage(file.position(at: edit.range.lowerBound)),
                let end = inPage(file.position(at: edit.range.upperBound)), start <= end,
                page.utf8[start..<end] == file.utf8[edit.range]
            else { return nil }
            edits.append(TextEdit(file: page.path, range: start..<end, replacement: edit.replacement))
        }
        return Fix(fix.applicability, fix.title, edits)
    }
}

extension ProjectFiles {
    fileprivate var withoutPipelines: ProjectFiles { with(sources.filter { !$0.path.hasPrefix("pipelines/") }) }

    fileprivate func without(schema name: String?) -> ProjectFiles {
        with(
            sources.filter {
                !($0.path.hasPrefix("schemas/") && name != nil && tree(of: $0)?["schema"]?.scalar?.text == name)
            })
    }

    /// The text of a section of the first pipeline, or fragment, that has it; empty where none does.
    ///
    /// - Parameter kind: a pipeline that has this section too is preferred, since they belong together.
    fileprivate func sectionText(_ name: String, besides kind: String) -> String {
        let holding = parts.filter { tree(of: $0)?[name] != nil }
        guard let source = holding.first(where: { tree(of: $0)?[kind] != nil }) ?? holding.first,
            let entries = tree(of: source)?.entries, let index = entries.firstIndex(where: { $0.key == name })
        else { return "" }
        let end = index + 1 < entries.count ? entries[index + 1].keySpan.start.offset : source.utf8.count
        let text = String(decoding: source.utf8[entries[index].keySpan.start.offset..<end], as: UTF8.self)
        return text.hasSuffix("\n") ? text : text + "\n"
    }

    /// Sources of the pipeline whose `sources` stand beside a block.
    fileprivate var sourceNames: [String] {
        for source in parts {
            if let entries = tree(of: source)?["sources"]?.entries { return entries.map(\.key) }
        }
        return []
    }

    private func tree(of source: SourceText) -> Node? {
        var unread = Diagnostics()  // of a file that is not asked about
        return parseYAML(source, found: &unread)
    }
}

extension ProjectFiles {
    /// The files with another text for one, which may be new.
    package func replacing(_ path: String, by text: String) -> ProjectFiles {
        with(sources.filter { $0.path != path } + [SourceText(path: path, text: text)])
    }
}
