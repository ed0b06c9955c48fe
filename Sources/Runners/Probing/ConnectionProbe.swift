import Configuration
package import DuckDBEngine
import Engines
import Foundation
package import Kinds
package import Planning
package import Reporting
import Warehouse

/// What each connection of a plan says when it is opened, read only: whether the loads may do what they would, and what
/// is around their tables.
package struct ConnectionProbe {
    package private(set) var found = Diagnostics()
    /// Loads that could not be done, with what they lack: by task id.
    package private(set) var blocked: [String: String] = [:]
    /// In the order of the plan's loads.
    package private(set) var impacts: [PlanDocument.Impact] = []

    /// - Parameter engine: for DuckDB files; nil where none is at hand.
    package init(_ plan: Plan, folder: ProjectFolder, engine: DuckDB?) {
        var byTask: [String: PlanDocument.Impact] = [:]
        let loads = plan.tasks.compactMap { task -> ProbedLoad? in
            // What is up to date changes nothing.
            guard case .load(let work) = task.work, plan.reasons[task.id]?.runs == true else { return nil }
            return ProbedLoad(task: task, work: work, plan: plan)
        }
        for name in Set(loads.map(\.work.connection)).sorted() {
            guard let connection = plan.profile.connections[name] else { continue }
            let own = loads.filter { $0.work.connection == name }
            do {
                switch connection.target {
                case .postgres(let url):
                    var probe = try PostgresProbe(url.string, named: name)
                    try probe.look(at: own)
                    found.report(contentsOf: probe.found)
                    blocked.merge(probe.blocked) { first, _ in first }
                    for impact in probe.impacts { byTask[impact.task] = impact }
                case .duckdb(let path):
                    var probe = FileProbe(path: folder.absolute(path.string), shown: path.string, engine: engine)
                    try probe.look(at: own)
                    found.report(contentsOf: probe.found)
                    blocked.merge(probe.blocked) { first, _ in first }
                    for impact in probe.impacts { byTask[impact.task] = impact }
                }
            } catch {
                let error = (error as? EngineError) ?? EngineError(.other, "\(error)")
                for load in own { blocked[load.task.id] = "connection '\(name)' could not be asked" }
                found.report(
                    Diagnostic(
                        .connectionFailed,
                        "connection '\(name)' could not be asked: \(error.message)",
                        at: own[0].connectionSpan,
                        notes: [.init("the connection is declared here", at: connection.span)],
                        help: error.hint.map { "\($0)" }
                    )
                )
            }
        }
        impacts = plan.tasks.compactMap { byTask[$0.id] }
    }
}

/// A load and all that is known of it before its database is asked.
struct ProbedLoad {
    /// What a plan says of a load into a table that cannot take its rows.
    static let refusal = "the table cannot take the rows"

    var task: PlannedTask
    var work: LoadWork
    var plan: Plan

    var request: LoadRequest { LoadRequest(work, fingerprint: "", run: "", plan: plan, task: task.id) }

    var connectionSpan: Span { declaration?.connection.span ?? task.span }

    var tableSpan: Span { declaration?.table.span ?? task.span }

    private var declaration: SinkDeclaration? { plan.pipeline.sinks.first { $0.span == task.span } }

    /// Rows that will come.
    var incoming: PlanDocument.Quantity {
        switch task.rowsOut {
        case .exact(let rows): .exact(rows)
        case .estimated(let rows): .estimate(rows, by: "rows of the last run")
        case .unknown: .unknown(after: task.dependsOn.first)
        }
    }

    /// - Parameter existing: rows of the table; nil where there is none.
    func impact(
        existing: PlanDocument.Quantity?,
        dependents: [PlanDocument.Dependent] = [],
        locks: [PlanDocument.Lock] = []
    ) -> PlanDocument.Impact {
        var impact = PlanDocument.Impact(
            task: task.id,
            table: work.table.joined(separator: "."),
            connection: work.connection,
            existing: existing,
            inserted: incoming,
            updated: .exact(0),
            deleted: .exact(0),
            dependents: dependents,
            locks: locks
        )
        let holdsRows = (existing ?? .exact(0)) != .exact(0)
        switch work.mode {
        case .replace: impact.deleted = existing ?? .exact(0)
        case .partition where holdsRows: impact.deleted = .unknown(after: task.id)
        case .merge where holdsRows, .scd2 where holdsRows:
            // Which keys are there already cannot be told before the rows are.
            (impact.inserted, impact.updated) = (.unknown(after: task.id), .unknown(after: task.id))
        case .merge, .scd2, .append, .partition: break
        }
        return impact
    }

    /// Nil, and a finding, where the table cannot take the rows.
    func planned<Planned>(_ found: inout Diagnostics, _ plan: () throws(EngineError) -> Planned) -> Planned? {
        do {
            return try plan()
        } catch {
            found.report(
                Diagnostic(
                    .liveSchemaDrift,
                    "'\(work.table.joined(separator: "."))' cannot take the rows: \(error.message)",
                    at: tableSpan,
                    help: error.hint.map { "\($0)" }
                )
            )
            return nil
        }
    }
}
