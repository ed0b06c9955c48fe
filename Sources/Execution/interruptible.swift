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
/// The process's edge: the one place that touches signals. Dispatch delivers them on a thread of a queue of their own,
/// where, other than in a signal handler, anything may be called, and where they are heard however busy the pool is that
/// the global queues share with Swift's tasks. The task is cancelled here and awaited here. When the work is done
/// the signals end the process again.
package func interruptible<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
    let (isListening, listening) = AsyncStream<Never>.makeStream()
    let task = Task {
        for await _ in isListening {}
        return try await work()
    }
    let signals = SignalCounter()
    let queue = DispatchQueue(label: "esteira.signals")
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] {
        #if canImport(Darwin)
            // There the source only watches; elsewhere it installs a handler of its own, and this would undo it.
            signal(number, SIG_IGN)
        #endif
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
            if signals.isFirst() { task.cancel() } else { _exit(ExitCode.interrupted.rawValue) }
        }
        source.setCancelHandler { signal(number, SIG_DFL) }
        sources.append(source)
    }
    for source in sources { await activate(source) }
    listening.finish()
    defer { for source in sources { source.cancel() } }
    return try await withTaskCancellationHandler {
        try await task.value
    } onCancel: {
        task.cancel()
    }
}

/// Returns when the source hears signals.
private func activate(_ source: any DispatchSourceSignal) async {
    await withCheckedContinuation { continuation in
        source.setRegistrationHandler { continuation.resume() }
        source.activate()
    }
}

/// Counts the signals of one call, from any thread.
private final class SignalCounter: Sendable {
    private let count = Atomic(0)

    func isFirst() -> Bool { count.add(1, ordering: .relaxed).oldValue == 0 }
}
