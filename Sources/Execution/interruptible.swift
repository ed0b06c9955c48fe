import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Does the work in a task that the first SIGINT or SIGTERM cancels; the second ends the process at once, code 130.
///
/// The process's edge: the one place that touches signals. Dispatch delivers them on an ordinary thread, where, other
/// than in a signal handler, anything may be called. The task is cancelled here and awaited here. When the work is done
/// the signals mean again what they meant.
package func interruptible<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
    let task = Task { try await work() }
    let counter = SignalCounter()
    let sources = [SIGINT, SIGTERM].map { number in
        let before = signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
            if counter.isFirst() { task.cancel() } else { _exit(130) }
        }
        source.setCancelHandler { signal(number, before) }
        source.activate()
        return source
    }
    defer { for source in sources { source.cancel() } }
    return try await withTaskCancellationHandler { try await task.value } onCancel: { task.cancel() }
}

/// Counts the signals of one call, from any thread.
private final class SignalCounter: Sendable {
    private let count = Atomic(0)

    func isFirst() -> Bool { count.add(1, ordering: .relaxed).oldValue == 0 }
}
