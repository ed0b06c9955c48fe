import DuckDBEngine
import Execution
import Foundation
import Kinds

/// What the runs of one process share: memory and threads of one engine, one store, and files that one writes at a time.
struct RunParts: Sendable {
    let engine: DuckDB
    let store: RunStore
    let loads = LoadGate()

    init(_ workplace: Workplace) throws {
        engine = try RunSession.engine(of: workplace)
        store = try workplace.store()
    }
}

extension RunInterval {
    init(_ interval: DataInterval) {
        self.init(
            start: Date(timeIntervalSince1970: Double(interval.start)),
            end: Date(timeIntervalSince1970: Double(interval.end)))
    }
}
