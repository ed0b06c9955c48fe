/// Tasks that may start, heaviest remaining path first, then by name. Positions are those of the schedule.
struct ReadyTasks: Sendable {
    /// Smaller goes first.
    private struct Rank: Sendable, Comparable {
        var path: Int
        /// Among the members of one mapped task, which share its path.
        var member: Int

        static func < (a: Rank, b: Rank) -> Bool { (a.path, a.member) < (b.path, b.member) }
    }

    /// Of each position.
    private var ranks: [Rank]
    /// Last goes first, so that taking one moves nothing.
    private var waiting: [Int] = []
    /// Of each position.
    private var isSensor: [Bool]
    /// Of those waiting.
    private var sensorCount = 0

    /// - Parameter sensors: whether each of the tasks is one.
    init(paths: [Int], names: [TaskID], sensors: [Bool]) {
        isSensor = sensors
        let sorted = paths.indices.sorted { (-paths[$0], names[$0]) < (-paths[$1], names[$1]) }
        var ranks = [Rank](repeating: Rank(path: 0, member: 0), count: paths.count)
        for (rank, position) in sorted.enumerated() { ranks[position].path = rank }
        self.ranks = ranks
    }

    /// Gives the next position a place among those of its mapped task.
    mutating func addMember(of position: Int, number: Int) {
        ranks.append(Rank(path: ranks[position].path, member: number))
        isSensor.append(false)
    }

    /// A sensor may start when nothing else may.
    var hasSensors: Bool { sensorCount > 0 }

    mutating func insert(_ position: Int) {
        waiting.insert(position, at: place(of: position))
        if isSensor[position] { sensorCount += 1 }
    }

    mutating func remove(_ position: Int) {
        let place = place(of: position)
        guard place < waiting.count, waiting[place] == position else { return }
        took(waiting.remove(at: place))
    }

    mutating func removeAll() { (waiting, sensorCount) = ([], 0) }

    private mutating func took(_ position: Int) {
        if isSensor[position] { sensorCount -= 1 }
    }

    /// The first that may start now; others keep their places.
    mutating func popFirst(where mayStart: (Int) -> Bool) -> Int? {
        guard let place = waiting.lastIndex(where: mayStart) else { return nil }
        let position = waiting.remove(at: place)
        took(position)
        return position
    }

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
