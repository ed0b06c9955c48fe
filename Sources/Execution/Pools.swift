/// Slots of named pools, such as connections of a warehouse or bytes of memory.
struct Pools: Sendable {
    private let sizes: [String: Int]
    private var taken: [String: Int] = [:]
    /// Of which other runs hold too much; nobody looks again before they are opened.
    private var closed: Set<String> = []

    init(_ sizes: [String: Int]) { self.sizes = sizes }

    /// The needs that are bounded.
    func known(_ needs: [String: Int]) -> [String: Int] { needs.filter { sizes[$0.key] != nil } }

    /// A need beyond a pool's size is met by the whole pool: the task then works in it alone.
    func hasRoom(for needs: [String: Int]) -> Bool {
        needs.allSatisfy { pool, need in
            guard let size = sizes[pool] else { return true }
            return !closed.contains(pool) && taken[pool, default: 0] + min(need, size) <= size
        }
    }

    mutating func close(_ pools: Set<String>) { closed.formUnion(pools) }

    mutating func openAll() { closed = [] }

    mutating func take(_ needs: [String: Int]) {
        for (pool, need) in needs { taken[pool, default: 0] += min(need, sizes[pool] ?? need) }
    }

    mutating func giveBack(_ needs: [String: Int]) {
        for (pool, need) in needs { taken[pool, default: 0] -= min(need, sizes[pool] ?? need) }
    }
}
