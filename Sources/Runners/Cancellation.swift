import Synchronization

/// How to stop something that another thread is still setting up. Stopping before it is known stops it then.
final class Cancellation: Sendable {
    private enum State {
        case unknown
        case known(@Sendable () -> Void)
        case cancelled
    }

    private let state = Mutex(State.unknown)

    func set(_ stop: @escaping @Sendable () -> Void) {
        let isCancelled = state.withLock { state in
            if case .cancelled = state { return true }
            state = .known(stop)
            return false
        }
        if isCancelled { stop() }
    }

    var isCancelled: Bool {
        state.withLock { if case .cancelled = $0 { true } else { false } }
    }

    func cancel() {
        let stop = state.withLock { state -> (@Sendable () -> Void)? in
            defer { state = .cancelled }
            if case .known(let stop) = state { return stop }
            return nil
        }
        stop?()
    }
}
