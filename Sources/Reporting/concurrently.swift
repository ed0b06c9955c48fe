import Dispatch

/// The results of `count` independent pieces of work, in order, computed on all cores, or on as many as `Cores` allows.
///
/// Blocks the calling thread, which takes part.
package func concurrently<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    guard let limit = Cores.limit else { return concurrently(count, lanes: count, work) }
    return limit == 1 ? (0..<count).map(work) : concurrently(count, lanes: min(limit, count), work)
}

private func concurrently<Result: Sendable>(_ count: Int, lanes: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        // Each place is written by exactly one piece of work.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: lanes) { lane in
            for number in stride(from: lane, to: count, by: lanes) {
                places.initializeElement(at: number, to: work(number))
            }
        }
        initialized = count
    }
}

/// How much of the machine `concurrently` takes.
package enum Cores {
    /// Pieces of work at once, from 1; nil: as many as there are cores.
    @TaskLocal package static var limit: Int?
}
