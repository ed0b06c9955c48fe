import DuckDBEngine
import Execution
import Foundation
import Synchronization

/// Measures what this process takes of its machine while a run works.
///
/// Memory is what the system counted, at its highest since the process began. What lies on disk is looked at ten times a
/// second, so that a file that comes and goes between two looks is missed.
final class UsageGauge: Sendable {
    private let engine: DuckDB
    private let spill = Mutex(0)

    init(_ engine: DuckDB) { self.engine = engine }

    var usage: RunUsage { RunUsage(memory: Self.peakMemory, spill: spill.withLock(\.self)) }

    func watching<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { [self] in
                await watchDisk()
                return nil
            }
            group.addTask { try await work() }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let ended { return ended }
            }
            throw CancellationError()  // the work has a result or an error, which came first
        }
    }

    private func watchDisk() async {
        while !Task.isCancelled {
            let bytes = engine.spilledBytes
            spill.withLock { $0 = max($0, bytes) }
            await RunClock.live.pause(.milliseconds(100))
        }
    }

    /// Bytes.
    private static var peakMemory: Int {
        var usage = rusage()
        #if os(Linux)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
