import ArgumentParser
import Configuration
import DuckDBEngine
import Engines
import Expressions
import Foundation
import Kinds
import LakeStorage
import Planning
import Reporting
import Runners

/// Shows a published dataset.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a dataset: its columns with a profile, and some rows.")

    @Argument(help: "The dataset: 'processed.orders', or 'orders'.")
    var dataset: String

    @Option(help: "The pipeline it belongs to; needed where several have one of that name.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @Option(name: .shortAndLong, help: "Rows to print.")
    var rows = 10

    func run() async throws {
        let project = try LoadedProject(options, requiresEnvironment: false)
        guard let declared = project.reading.project else { return try project.requireNoErrors(project.reading.found) }
        try project.refuseUnknownParameters()
        let workplace = Workplace(project, declared.profile)
        let candidates = declared.pipelines.filter { pipeline == nil || $0.name == pipeline }
        let paths = candidates.compactMap { datasetPath(dataset, in: $0) }
        guard let path = paths.first else {
            let known = candidates.flatMap(datasetNames)
            let closest = didYouMean(closestName(to: dataset, among: known))
            throw CannotStart("no dataset named '\(dataset)'\(closest)")
        }
        guard let file = try workplace.lake.published(path) else {
            throw CannotStart(
                "'\(dataset)' is not published: there is no '\(path)' in the lake; it was not made yet, or did not pass its check"
            )
        }
        let session = try workplace.engine().session()
        let relation = readParquet([file.location])
        let count = try session.rows("SELECT count(*) FROM \(relation)").first?.first?.text ?? "?"
        output("\(dataset)   \(Int(count)?.grouped ?? count) rows, \(file.bytes.grouped) bytes\n\(file.location)\n\n")
        output(try profile(of: relation, session) + "\n")
        output(try sample(of: relation, session))
    }

    private func profile(of relation: SQL, _ session: DuckDBSession) throws -> String {
        let rows = try session.rows(
            """
            SELECT column_name, column_type, null_percentage::VARCHAR || ' %', approx_unique::VARCHAR, min, max
            FROM (SUMMARIZE SELECT * FROM \(relation))
            """)
        var table = TextTable([.left, .left, .right, .right, .left, .left])
        table.add(["column", "type", "null", "distinct ≈", "least", "greatest"])
        for row in rows { table.add(row.map(\.cellText)) }
        return table.lines().joined(separator: "\n") + "\n"
    }

    private func sample(of relation: SQL, _ session: DuckDBSession) throws -> String {
        let columns = try session.describe("SELECT * FROM \(relation)").columns
        let values = try session.rows("SELECT * FROM \(relation) LIMIT \(rows)")
        var table = TextTable(columns.map { $0.type.isNumeric ? .right : .left })
        table.add(columns.map(\.name))
        for row in values { table.add(row.map(\.cellText)) }
        return table.lines().joined(separator: "\n") + "\n"
    }

}

extension Value {
    fileprivate var cellText: String { self == .null ? "∅" : text.replacing("\n", with: "↵").cut(to: 40) }
}

/// Datasets of a pipeline by full name, transforms first.
private func datasetNames(_ pipeline: Pipeline) -> [String] {
    pipeline.transforms.map { "\($0.zone).\($0.name.string)" } + pipeline.sources.map { "\($0.zone).\($0.name.string)" }
}

/// Where in the lake a dataset of a pipeline lies; nil where the pipeline has none of that name.
private func datasetPath(_ name: String, in pipeline: Pipeline) -> String? {
    let match = datasetNames(pipeline).first { $0 == name || $0.split(separator: ".").last.map(String.init) == name }
    guard let parts = match?.split(separator: ".").map(String.init), parts.count == 2 else { return nil }
    return pipeline.layout.filling(["zone": parts[0], "dataset": parts[1]]).string
}
