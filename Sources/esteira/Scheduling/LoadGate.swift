/// Lets loads into one DuckDB file work one after another: its transactions do not wait for each other, they fail.
actor LoadGate {
    private var busy: Set<String> = []
    private var queues: [String: [CheckedContinuation<Void, Never>]] = [:]

    /// Does the work when nobody else works on the file.
    func waiting<T: Sendable>(for file: String, _ work: @Sendable () async throws -> T) async rethrows -> T {
        if !busy.insert(file).inserted {
            await withCheckedContinuation { queues[file, default: []].append($0) }
        }
        defer { leave(file) }
        return try await work()
    }

    /// The next in the queue is let in, or the file is free.
    private func leave(_ file: String) {
        guard var queue = queues[file], !queue.isEmpty else {
            busy.remove(file)
            return
        }
        let next = queue.removeFirst()
        queues[file] = queue
        next.resume()
    }
}
