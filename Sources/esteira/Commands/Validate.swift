import Algebra
import ArgumentParser
import DuckDBEngine
import Engines
import Foundation
import Kinds
import LakeStorage
import Planning
import Quality
import Reporting
import Runners

/// Evaluates expectations over what is published. Changes nothing.
struct Validate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Evaluate expectations over datasets as they are now.",
        discussion: """
            Writes nothing and publishes nothing. Exit code 1 when a critical expectation is not met or a dataset is \
            not published.
            """)

    @Argument(help: "The pipeline.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @Option(name: .shortAndLong, help: "Only this dataset; may be repeated.")
    var dataset: [String] = []

    @Flag(help: "Print the results as JSON, in the shape of Great Expectations.")
    var json = false

    func run() async throws {
        let project = try LoadedProject(options, requiresEnvironment: false)
        guard let declared = project.reading.project else { return try project.requireNoErrors(project.reading.found) }
        let declaration = try project.pipeline(named: pipeline)
        let workplace = Workplace(project, declared.profile)
        let engine = try workplace.engine()
        let probe = PlanProbe.local(folder: project.folder, lake: workplace.lake, ledger: [:]) { engine }
        var found = project.reading.found
        guard let plan = makePlan(for: declaration, of: declared, probe: probe, found: &found) else {
            return try project.requireNoErrors(found)
        }
        var blocks = false
        for work in plan.checks
        where dataset.isEmpty || dataset.contains("\(work.dataset)") || dataset.contains(work.dataset.name) {
            if let missing = try work.unpublished(in: workplace.lake) {
                report("\(work.dataset)   \(missing)")
                blocks = true
                continue
            }
            let result = try evaluated(work, engine, workplace.lake)
            output(json ? jsonText(result, work) : resultText(result, work))
            if case .block = result.decision(onFailure: .block) { blocks = true }
        }
        if blocks { throw ExitCode(1) }
    }

    /// Of datasets that are all published.
    private func evaluated(_ work: CheckWork, _ engine: DuckDB, _ lake: FolderLake) throws -> ValidationResult {
        let relation = readParquet([try lake.location(of: work.path)])
        let plan = try work.plan(over: relation) { readParquet([try lake.location(of: $0)]) }
        return try evaluate(plan, from: relation, session: engine.session())
    }

    private func jsonText(_ result: ValidationResult, _ work: CheckWork) -> String {
        let meta = ValidationMeta(
            run: "", time: Date().formatted(.iso8601), dataset: "\(work.dataset)", version: Esteira.version)
        return result.json(meta).text(indented: true) + "\n"
    }

    private func resultText(_ result: ValidationResult, _ work: CheckWork) -> String {
        let met = result.outcomes.count - result.broken.count
        var lines = ["\(work.dataset)   \(met) of \(result.outcomes.count) expectations met (\(work.suite.file))"]
        for failure in result.failures {
            lines.append("  \(failure.importance.rawValue)  \(failure.sentence): \(failure.observed)   \(failure.span)")
            if !failure.samples.isEmpty {
                lines.append("      such as \(failure.samples.prefix(5).joined(separator: ", "))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension CheckWork {
    /// Why it cannot be evaluated over what is published; nil where all that it reads is there.
    fileprivate func unpublished(in lake: FolderLake) throws -> String? {
        if try lake.published(path) == nil { return "not published: it was not made yet, or did not pass its check" }
        let missing = try others.values.filter { try lake.published($0.path) == nil }.map(\.dataset).min()
        return missing.map { "not checked: '\($0)', which its suite reads, is not published" }
    }
}
