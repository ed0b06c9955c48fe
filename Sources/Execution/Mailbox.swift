import Synchronization

/// Messages of many to one reader, who takes all that have come: those who send never wait.
final class Mailbox<Message: Sendable>: Sendable {
    private struct State {
        var messages: [Message] = []
        var reader: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func send(_ message: Message) {
        let reader = state.withLock { state in
            state.messages.append(message)
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume()
    }

    /// At least one, in the order of coming. Not cut short by cancellation: who is cancelled is told by a message.
    func next() async -> [Message] {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard state.messages.isEmpty else { return true }
                state.reader = continuation
                return false
            }
            if isThere { continuation.resume() }
        }
        return state.withLock { state in
            defer { state.messages.removeAll(keepingCapacity: true) }
            return state.messages
        }
    }
}
