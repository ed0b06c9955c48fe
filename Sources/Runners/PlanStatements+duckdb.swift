import DuckDBEngine
import Engines
import Expressions
package import LakeStorage
package import Planning
import Quality
import Warehouse

extension PlanStatements {
    /// The statements that tasks would send, as far as they are known before anything has run.
    package static func local(_ plan: Plan, lake: FolderLake) -> PlanStatements {
        PlanStatements(
            all: { statements(of: $0, plan, lake) },
            definition: { task in
                guard case .load(let work) = task.work else { return [] }
                return loadStatements(work, task, plan).filter { $0.text.hasPrefix("CREATE") || $0.text.hasPrefix("ALTER") || $0.text.hasPrefix("COMMENT") }
            })
    }
}

private func statements(of task: PlannedTask, _ plan: Plan, _ lake: FolderLake) -> [SQL] {
    switch task.work {
    case .generate, .ingest: []
    case .transform(let work):
        [
            copyToParquet(
                query: RelationLowering(dialect: .duckdb, constants: [:]) { name in
                    readParquet([work.inputs[name] ?? "\(name)"])
                }.query(work.relation), path: work.output.path, options: ParquetOptions(work.output.parquet))
        ]
    case .check(let work): work.plan.statements(from: readParquet([work.path]))
    case .load(let work): loadStatements(work, task, plan)
    }
}

/// For a table that is not there yet: what is there is only known when the warehouse is asked.
private func loadStatements(_ work: LoadWork, _ task: PlannedTask, _ plan: Plan) -> [SQL] {
    let request = LoadRequest(work, fingerprint: "", run: "", plan: plan, task: task.id)
    return (try? plannedStatements(for: request, existing: nil)) ?? []  // refused names are reported by lint
}
