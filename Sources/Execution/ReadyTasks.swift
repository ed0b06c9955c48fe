/// Tasks that may start, heaviest remaining path first, then by name. Positions are those of the graph.
struct ReadyTasks: Sendable {
    /// Rank of each position; 0 goes first.
    private let ranks: [Int]
    /// Last goes first, so that taking one moves nothing.
    private var waiting: [Int] = []

    init(paths: [Int], names: [TaskID]) {
        let sorted = paths.indices.sorted { (-paths[$0], names[$0]) < (-paths[$1], names[$1]) }
        var ranks = [Int](repeating: 0, count: paths.count)
        for (rank, position) in sorted.enumerated() { ranks[position] = rank }
        self.ranks = ranks
    }

    mutating func insert(_ position: Int) {
        waiting.insert(position, at: place(of: position))
    }

    mutating func remove(_ position: Int) {
        let place = place(of: position)
        guard place < waiting.count, waiting[place] == position else { return }
        waiting.remove(at: place)
    }

    mutating func removeAll() { waiting = [] }

    mutating func popFirst() -> Int? { waiting.popLast() }

    /// Binary search in falling ranks.
    private func place(of position: Int) -> Int {
        var low = 0
        var high = waiting.count
        while low < high {
            let middle = (low + high) / 2
            if ranks[waiting[middle]] > ranks[position] { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
