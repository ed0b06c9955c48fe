/// Messages of many to one reader, who takes all that have come.
actor Mailbox<Message: Sendable> {
    private var messages: [Message] = []
    private var reader: CheckedContinuation<Void, Never>?

    func send(_ message: Message) {
        messages.append(message)
        reader?.resume()
        reader = nil
    }

    /// At least one, in the order of coming. Not cut short by cancellation: who is cancelled is told by a message.
    func next() async -> [Message] {
        if messages.isEmpty { await withCheckedContinuation { reader = $0 } }
        defer { messages.removeAll(keepingCapacity: true) }
        return messages
    }
}
