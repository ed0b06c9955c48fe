import Dispatch

/// The results of `count` independent pieces of work, in order, computed on all cores.
///
/// Blocks the calling thread, which takes part.
package func concurrently<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
        // Each place is written by exactly one piece of work.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: count) { number in
            places.initializeElement(at: number, to: work(number))
        }
        initialized = count
    }
}
