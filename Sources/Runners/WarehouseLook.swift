import Configuration
package import DuckDBEngine
import Engines
import Expressions
import Foundation
package import Kinds
package import Planning
package import Reporting
import Warehouse

/// The statements of a plan's loads, for the tables as they are now. Looking reads only; where it fails, or is not
/// wanted, tables are shown as if they were new.
package struct WarehouseLook {
    /// By task id.
    private(set) var loads: [String: PlannedLoad] = [:]
    /// Why the tables are not those of the warehouse; nil where they are.
    private(set) var problem: String?
    /// Tables that cannot take the rows as they are declared.
    package private(set) var found = Diagnostics()
    /// Loads into these, with why they cannot be done: by task id.
    package private(set) var blocked: [String: String] = [:]

    /// Without looking.
    package init(_ plan: Plan) {
        for task in plan.tasks {
            if case .load(let work) = task.work { loads[task.id] = Self.unseen(work, task, plan) }
        }
        problem = "the warehouse was not asked: tables are shown as if they were new"
    }

    /// - Parameter engine: for DuckDB files; nil where none is at hand.
    package init(_ plan: Plan, folder: ProjectFolder, engine: DuckDB?) {
        self.init(plan)
        problem = nil
        for connection in Set(plan.loadTasks.map(\.work.connection)).sorted() {
            do {
                try look(at: connection, plan, folder, engine)
            } catch {
                let reason = (error as? EngineError)?.message ?? "\(error)"
                problem = "'\(connection)' was not reached (\(reason)): its tables are shown as if they were new"
            }
        }
    }

    /// None where no database takes the names.
    func statements(of task: PlannedTask) -> [SQL] { loads[task.id].map(\.statements) ?? [] }

    private mutating func look(at name: String, _ plan: Plan, _ folder: ProjectFolder, _ engine: DuckDB?) throws {
        let loads = plan.loadTasks.filter { $0.work.connection == name }
        switch plan.profile.connections[name]?.target {
        case .postgres(let url):
            let connection = try PostgresConnection(try PostgresURL(url.string))
            try connection.execute("SET default_transaction_read_only = on")
            for (task, work) in loads {
                let load = ProbedLoad(task: task, work: work, plan: plan)
                let table = work.table.count == 1 ? Identifier("public", work.table[0]) : Identifier(parts: work.table)
                let existing = try tableShape(table, connection)
                keep(load) { () throws(EngineError) in try plannedLoad(load.request, existing: existing) }
            }
        case .duckdb(let path):
            let file = folder.absolute(path.string)
            guard FileManager.default.fileExists(atPath: file) else { return }
            guard let session = try engine?.session() else {
                throw EngineError(.unavailable, "DuckDB is not installed")
            }
            let attached = Identifier(name)
            try session.execute("ATTACH IF NOT EXISTS \(literal: file) AS \(attached) (READ_ONLY)")
            // A run that follows in this process attaches it to write.
            defer { _ = try? session.execute("DETACH DATABASE IF EXISTS \(attached)") }
            for (task, work) in loads {
                let load = ProbedLoad(task: task, work: work, plan: plan)
                keep(load) { () throws(EngineError) in
                    try plannedEmbeddedLoad(
                        load.request, query: Self.query(work), session: session, attachedAs: attached)
                }
            }
        case nil: break
        }
    }

    /// One table that cannot take its rows says nothing about the others.
    private mutating func keep(_ load: ProbedLoad, _ planned: () throws(EngineError) -> PlannedLoad) {
        if let planned = load.planned(&found, planned) {
            loads[load.task.id] = planned
        } else {
            blocked[load.task.id] = ProbedLoad.refusal
        }
    }

    private static func query(_ work: LoadWork) -> SQL {
        "SELECT \(work.row.columns.map { Identifier($0.name) }) FROM \(readParquet([work.path]))"
    }

    private static func unseen(_ work: LoadWork, _ task: PlannedTask, _ plan: Plan) -> PlannedLoad? {
        let request = LoadRequest(work, fingerprint: "", run: "", plan: plan, task: task.id)
        do {
            if case .duckdb = plan.profile.connections[work.connection]?.target {
                return try plannedEmbeddedLoad(
                    request, query: query(work), session: nil, attachedAs: Identifier(work.connection))
            }
            return try plannedLoad(request, existing: nil)
        } catch {
            return nil  // such names are lint findings
        }
    }
}

extension Plan {
    fileprivate var loadTasks: [(task: PlannedTask, work: LoadWork)] {
        tasks.compactMap { task in
            if case .load(let work) = task.work { (task, work) } else { nil }
        }
    }
}
