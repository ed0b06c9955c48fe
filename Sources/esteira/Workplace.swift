import Configuration
import DuckDBEngine
import Engines
import Execution
import Foundation
import Kinds
import LakeStorage
import Planning
import Runners

/// The folders and engines of a project's profile.
struct Workplace {
    let project: LoadedProject
    let profile: Profile
    let lake: FolderLake

    init(_ project: LoadedProject, _ profile: Profile) {
        self.project = project
        self.profile = profile
        lake = FolderLake(root: project.folder.absolute(profile.lakeDirectory.string))
    }

    /// State and logs of runs.
    var stateFolder: String { project.folder.absolute(".esteira") }

    /// Throws where the profile's folder for spilling is not there: found now, it costs nobody an hour of work.
    func engine() throws(EngineError) -> DuckDB {
        let spill = profile.engine.spill.map { project.folder.absolute($0.string) }
        if let spill, !FileManager.default.isWritableFile(atPath: spill) {
            throw EngineError(
                .io, "the folder to spill into, '\(spill)', is not there or cannot be written",
                hint: "make it, or change 'spill' in esteira.yaml")
        }
        return try engine(spillingTo: spill)
    }

    private func engine(spillingTo spill: String?) throws(EngineError) -> DuckDB {
        let library = try DuckDBLibrary.locate(startingAt: [project.folder.path] + DuckDBLibrary.defaultFolders)
        return try DuckDB(
            library: library,
            settings: DuckDBSettings(
                threads: profile.engine.threads, memoryLimit: profile.engine.memory, temporaryDirectory: spill,
                spillLimit: profile.engine.spillLimit))
    }

    /// Started when it is first asked for; nil without DuckDB: queries then go unbound and files unopened, which plan and
    /// lint say.
    var engineIfThere: Lazily<DuckDB?> {
        Lazily {
            do { return try engine(spillingTo: nil) } catch { return nil }
        }
    }

    func store() throws -> RunStore { try RunStore(path: project.runsFile) }

    /// What earlier runs completed; nothing where none has run. Writes nothing.
    func ledger(_ pipeline: Pipeline) throws -> [String: CompletedTask] {
        guard let entries = try project.pastRuns()?.ledger(scope: scope(of: pipeline)) else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: entries.map { id, entry in
                let (definition, outline) = DefinitionOutline.parts(ofNote: entry.note)
                return (
                    id.rawValue,
                    CompletedTask(
                        fingerprint: entry.fingerprint, definition: definition, outline: outline,
                        rowsOut: entry.report.rowsOut,
                        bytes: entry.report.bytes, sent: entry.report.sent, run: entry.run.rawValue)
                )
            })
    }

    /// Milliseconds that tasks took in the last runs that did them; nothing where none has run. Writes nothing.
    func durations(_ pipeline: Pipeline) throws -> [String: [Int]] {
        guard let runs = try project.pastRuns() else { return [:] }
        let durations = try runs.durations(pipeline: pipeline.name, target: profile.name, limit: 10)
        return Dictionary(uniqueKeysWithValues: durations.map { ($0.rawValue, $1) })
    }

    /// What the last runs took at the most; nothing where none has measured. Writes nothing.
    func usages(_ pipeline: Pipeline) throws -> [EarlierUsage] {
        guard let runs = try project.pastRuns() else { return [] }
        return try runs.usages(pipeline: pipeline.name, target: profile.name, limit: 10)
            .map { EarlierUsage(memory: $0.memory, spill: $0.spill) }
    }

    /// Runs that write the same files share a ledger: same pipeline, profile and place in the lake.
    func scope(of pipeline: Pipeline) -> String {
        "\(pipeline.name)/\(profile.name)/\(pipeline.layout.string)"
    }
}
