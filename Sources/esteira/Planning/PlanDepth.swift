import ArgumentParser
import DuckDBEngine
import Engines
import Kinds
import Planning
import Reporting
import Runners

/// How much further than metadata a plan looks.
struct PlanDepth: ParsableArguments {
    @Flag(help: "Open each connection, read only: what the loads may do, and what is around their tables.")
    var probe = false

    @Option(
        defaultAsFlag: 1000,
        help: ArgumentHelp(
            "Run the tasks on so many generated rows a source, in this process alone: '--simulate' or '--simulate=500'.",
            valueName: "rows"
        )
    )
    var simulate: Int?

    func validate() throws {
        if probe, simulate != nil { throw ValidationError("Choose one of '--probe' and '--simulate'.") }
        if let simulate, !(1...1_000_000).contains(simulate) {
            throw ValidationError("'--simulate' draws between 1 and 1000000 rows.")
        }
    }

    func contact(isOffline: Bool) -> Contact {
        if simulate != nil { return .simulation }
        return isOffline ? .offline : probe ? .probe : .metadata
    }

    /// Opens the plan's connections where that was asked for, and adds what is found to the plan's findings.
    func impacts(_ plan: inout Plan, folder: ProjectFolder, engine: DuckDB?) -> [PlanDocument.Impact]? {
        guard probe else { return nil }
        let probed = ConnectionProbe(plan, folder: folder, engine: engine)
        plan.findings.report(contentsOf: probed.found)
        return probed.impacts
    }

    func simulation(_ plan: Plan, of project: Project, _ workplace: Workplace) async throws -> Simulation? {
        guard let simulate else { return nil }
        let library: DuckDBLibrary
        do {
            library = try workplace.engine().library
        } catch {
            throw CannotStart("'--simulate' needs DuckDB: \(error.message)")
        }
        return try await Runners.simulate(plan, of: project, rows: simulate, library: library)
    }
}
