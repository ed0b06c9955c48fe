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
        help: ArgumentHelp(
            "Run the tasks on so many generated rows a source, in this process alone. Without '=rows': 1000.",
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

    /// `--simulate` as `--simulate=1000`: the parser has no options whose value may be left out and stand before others.
    static func spelledOut(_ arguments: [String]) -> [String] {
        var spelled: [String] = []
        for (index, word) in arguments.enumerated() {
            if word == "--" { return spelled + arguments[index...] }
            let next = index + 1 < arguments.count ? arguments[index + 1] : ""
            let isCount = !next.isEmpty && next.allSatisfy { $0.isASCII && $0.isNumber }
            spelled.append(word == "--simulate" && !isCount ? "--simulate=1000" : word)
        }
        return spelled
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
        for (task, words) in probed.blocked { plan.hold(task, .blocked(words)) }
        return probed.impacts
    }

    /// Nil where it was not asked for, or no engine is at hand.
    func enginePlans(_ plan: Plan, _ workplace: Workplace, engine: DuckDB?) throws -> [PlanDocument.EnginePlan]? {
        guard probe, let engine else { return nil }
        return try Runners.enginePlans(of: plan, lake: workplace.lake, engine: engine)
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
