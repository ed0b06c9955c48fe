import DuckDBEngine
import Engines
import Expressions
package import Planning
import Quality

extension PlanStatements {
    /// The statements that tasks would send, as far as they are known before anything has run.
    package static func local(_ plan: Plan, warehouse: WarehouseLook) -> PlanStatements {
        PlanStatements(
            all: { task in
                switch task.work {
                case .wait, .generate, .ingest: []
                case .transform(let work): [work.statement]
                case .check(let work): work.statements
                case .load: warehouse.statements(of: task)
                }
            },
            hasLooked: warehouse.problem == nil,
            note: warehouse.problem)
    }
}

extension TransformWork {
    /// With paths of the lake, and names where values are known only while running.
    fileprivate var statement: SQL {
        let lowering = RelationLowering(dialect: .duckdb) { [inputs] name in readParquet([inputs[name] ?? "\(name)"]) }
        return copyToParquet(
            query: lowering.query(relation), path: output.path, options: ParquetOptions(output.parquet))
    }
}

extension CheckWork {
    /// With paths of the lake.
    fileprivate var statements: [SQL] {
        let relation = readParquet([path])
        return plan(over: relation) { readParquet([$0]) }.statements(from: relation)
    }
}
