import Configuration
import Engines
import Expressions
package import Foundation
import Kinds
package import Planning
package import Warehouse

extension LoadRequest {
    /// - Parameter startedAt: of the run; nil in a plan.
    package init(
        _ work: LoadWork, fingerprint: String, run: String, plan: Plan, task: String, startedAt: Date? = nil
    ) {
        let columns = work.row.columns.map { column in
            TableColumn(
                column.name, column.type, isNullable: column.isNullable && !work.key.contains(column.name),
                comment: work.comments[column.name])
        }
        let mode = LoadMode(work, plan, startedAt)
        self.init(
            target: TableDefinition(
                name: Identifier(parts: work.table), columns: columns, primaryKey: work.key, comment: work.tableComment),
            mode: mode, fingerprint: fingerprint, runID: run, pipeline: plan.pipeline.name, task: task,
            interval: mode.ledgerInterval(in: plan), schemaChanges: SchemaChanges(work.schemaChanges))
    }
}

extension LoadMode {
    fileprivate init(_ work: LoadWork, _ plan: Plan, _ startedAt: Date?) {
        switch work.mode {
        case .append: self = .append
        case .merge: self = .merge(key: work.key)
        case .partition: self = .partition(by: work.partition)
        case .replace: self = .replace
        case .scd2:
            let interval = plan.pipeline.interval.map { $0.start * 1_000_000 }
            self = .scd2(
                History(
                    key: work.key, tracked: work.tracked, absentRows: History.AbsentRows(work.absentRows),
                    moment: interval ?? startedAt.map(\.microseconds),
                    validFrom: SinkDeclaration.validFrom, validTo: SinkDeclaration.validTo))
        }
    }

    /// What the rows stand for.
    fileprivate func ledgerInterval(in plan: Plan) -> String {
        switch self {
        case .append, .merge, .partition: plan.pipeline.layout.string
        case .replace: ""
        case .scd2(let history): history.momentText
        }
    }
}

extension History.AbsentRows {
    fileprivate init(_ declared: SinkDeclaration.AbsentRows) {
        switch declared {
        case .close: self = .close
        case .keep: self = .keep
        }
    }
}

extension Date {
    /// Since 1970-01-01 UTC.
    var microseconds: Int64 { Int64((timeIntervalSince1970 * 1_000_000).rounded(.down)) }
}

extension SchemaChanges {
    fileprivate init(_ declared: SinkDeclaration.SchemaChanges) {
        switch declared {
        case .addColumns: self = .addColumns
        case .fail: self = .fail
        case .ignore: self = .ignore
        }
    }
}
