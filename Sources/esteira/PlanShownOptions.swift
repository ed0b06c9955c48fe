import ArgumentParser
import Foundation
import Monitoring
import Planning
import Reporting

extension PlanView.Part: ExpressibleByArgument {}
extension PlanDocument.GraphFormat: ExpressibleByArgument {}

/// What of a plan is printed, and how: the same for a plan just made and one that was saved.
struct PlanShownOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, jsonl, markdown, github, html, dot, mermaid
    }

    @Option(name: .shortAndLong, help: "\(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: Format = .text

    @Option(help: ArgumentHelp("Everything about one task.", valueName: "task"))
    var task: String?

    @Option(help: ArgumentHelp("Why a task runs: the chain of reasons.", valueName: "task"))
    var why: String?

    @Option(help: ArgumentHelp("Why a task does not run.", valueName: "task"))
    var whyNot: String?

    @Option(help: "Draw the tasks: text, dot, mermaid or html.")
    var graph: PlanDocument.GraphFormat?

    @Flag(help: "Five lines.")
    var summary = false

    @Option(help: "One part: changed, effects, destructive or findings.")
    var only: PlanView.Part?

    @Flag(help: "Fold nothing, and show what is up to date.")
    var all = false

    @Flag(name: [.customShort("v"), .long], help: "Methods of estimates, SQL of table changes, every unknown.")
    var verbose = false

    @Flag(help: "Print every statement that would be sent.")
    var sql = false

    @Flag(help: "Leave out what differs from day to day: id, digest, estimate and next runs.")
    var reproducible = false

    @Option(
        help: ArgumentHelp(
            "Columns, or 'unbounded'. Default: the terminal's, 120 where there is none.", valueName: "columns"))
    var width: String?

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Only ASCII characters.")
    var ascii = false

    func validate() throws {
        if let width, width != "unbounded", Int(width).map({ $0 >= 40 }) != true {
            throw ValidationError("'--width' is a number of columns from 40 on, or 'unbounded'.")
        }
        if [task != nil, why != nil, whyNot != nil, graph != nil, summary, only != nil].count(where: \.self) > 1 {
            throw ValidationError("Choose one of '--task', '--why', '--why-not', '--graph', '--summary' and '--only'.")
        }
    }

    /// Appends to the files of a GitHub workflow where the format says so.
    func text(of document: PlanDocument) throws -> String {
        let view = view
        if let task { return document.taskText(try found(task, in: document), view) }
        if let why { return document.why(try found(why, in: document), view) }
        if let whyNot { return document.whyNot(try found(whyNot, in: document), view) }
        if let graph { return document.graph(graph, view) }
        if summary { return document.summaryText(view) }
        switch format {
        case .text: return document.text(view)
        case .json: return document.json()
        case .jsonl: return document.jsonLines
        case .markdown: return document.markdown(view)
        case .github:
            let markdown = document.markdown(view)
            try GitHubFiles.append(summary: markdown)
            try GitHubFiles.append(outputs: document.githubOutputs)
            return markdown
        case .html: return document.graph(.html, view)
        case .dot: return document.graph(.dot, view)
        case .mermaid: return document.graph(.mermaid, view)
        }
    }

    var view: PlanView {
        var style = Presentation(color: color, isASCII: ascii).style(of: 1)
        if let width { style.width = Int(width) ?? .max }
        var view = PlanView(style: style)
        view.isVerbose = verbose
        view.showsAll = all
        view.showsSQL = sql
        view.only = only
        view.isReproducible = reproducible
        view.language = .spoken
        return view
    }

    private func found(_ name: String, in document: PlanDocument) throws -> PlanDocument.Task {
        if let task = document.task(named: name) { return task }
        let closest: Message? = closestName(to: name, among: document.tasks.map(\.id)).map { "; did you mean '\($0)'?" }
        throw CannotStart("the plan has no single task '\(name)'\(closest ?? "; 'esteira plan --all' lists them")")
    }
}

/// The files in which a step of a GitHub workflow leaves what others read; nothing happens outside of one.
enum GitHubFiles {
    static func append(summary text: String) throws { try append(text, to: "GITHUB_STEP_SUMMARY") }

    static func append(outputs text: String) throws { try append(text, to: "GITHUB_OUTPUT") }

    private static func append(_ text: String, to variable: String) throws {
        guard let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty else { return }
        let exists =
            FileManager.default.fileExists(atPath: path) || FileManager.default.createFile(atPath: path, contents: nil)
        guard exists, let file = FileHandle(forWritingAtPath: path) else {
            throw CannotStart("the file of \(variable), '\(path)', cannot be written")
        }
        defer { try? file.close() }  // what was written is in the file
        try file.seekToEnd()
        try file.write(contentsOf: Data(text.utf8))
    }
}
