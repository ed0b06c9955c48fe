/// The members of one mapped task.
struct MemberGroup: Sendable {
    /// Of the schedule, in the order of the items.
    var positions: Range<Int>
    var unfinished: Int
    /// The first that was never ready. They become so one by one, so that what is ready stays short.
    var next: Int
    var running = 0
    /// Most at a time.
    var width: Int
    var failureCount = 0
    var firstFailure: TaskFailure?
    var wasInterrupted = false
    /// Of the members that are done, in the order of the items.
    var reports: [TaskReport] = []
}

extension Schedule {
    /// Members come after the graph's own tasks. What they find done already ends at once.
    mutating func expand(
        _ position: Int, _ attempt: Int, _ members: [TaskMember], _ mapping: MappingPolicy, _ done: [TaskID: TaskState],
        _ actions: inout [Action]
    ) {
        guard !isCancelled else { return end(position, .interrupted, &actions) }
        let task = tasks[position]
        let added = members.map(task.member)
        actions.append(.expand(task.id, added))
        guard !added.isEmpty || mapping.onEmpty == .ok else {
            let state: TaskState =
                mapping.onEmpty == .fail
                ? .failed(.noItems) : .skipped(SkipReason(chain: [], nothingToDo: "no item to work on"))
            return end(position, state, &actions)
        }
        let first = tasks.count
        states[position] = .mapped(attempt: attempt)
        groups[position] = MemberGroup(
            positions: first..<first + added.count, unfinished: added.count, next: first,
            width: mapping.width ?? width)
        for (number, member) in added.enumerated() {
            positions[member.id] = tasks.count
            tasks.append(member)
            states.append(.waiting)
            ready.addMember(of: position, number: number + 1)
        }
        unfinishedCount += added.count
        for place in first..<tasks.count {
            if let state = done[tasks[place].id] { end(place, state, &actions) }
        }
        for _ in 0..<(mapping.width ?? width) { readyNextMember(of: position) }
        if added.isEmpty { ready.insert(position) }
    }

    /// The worst member decides: interrupted, then failed; only when all are done is there something to gather.
    mutating func memberEnded(_ position: Int, _ state: TaskState, _ actions: inout [Action]) {
        guard let owner = owner(of: position) else { return }
        groups[owner]?.unfinished -= 1
        switch state {
        case .failed(let failure):
            groups[owner]?.failureCount += 1
            if groups[owner]?.firstFailure == nil { groups[owner]?.firstFailure = failure }
        case .interrupted: groups[owner]?.wasInterrupted = true
        default: break
        }
        guard let group = groups[owner], group.unfinished == 0 else { return }
        groups[owner]?.reports = group.positions.compactMap { states[$0].report }
        guard case .mapped = states[owner] else { return }
        if group.wasInterrupted || isCancelled {
            end(owner, .interrupted, &actions)
        } else if let failure = group.firstFailure {
            let worst = TaskFailure.members(failed: group.failureCount, of: group.positions.count, first: failure)
            end(owner, .failed(worst), &actions)
        } else {
            ready.insert(owner)
        }
    }

    func memberMayStart(_ position: Int) -> Bool {
        guard let owner = owner(of: position), let group = groups[owner] else { return true }
        return group.running < group.width
    }

    mutating func memberStarted(_ position: Int) {
        if let owner = owner(of: position) { groups[owner]?.running += 1 }
    }

    /// Also between two attempts: meanwhile another member takes its place.
    mutating func memberStopped(_ position: Int) {
        guard let owner = owner(of: position) else { return }
        groups[owner]?.running -= 1
        readyNextMember(of: owner)
    }

    /// It stays the next one.
    mutating func memberTakenBack(_ position: Int) {
        if let owner = owner(of: position) { groups[owner]?.running -= 1 }
    }

    private mutating func readyNextMember(of owner: Int) {
        guard var next = groups[owner]?.next, let end = groups[owner]?.positions.upperBound else { return }
        while next < end, states[next].isEnd { next += 1 }
        groups[owner]?.next = min(next + 1, end)
        if next < end { ready.insert(next) }
    }

    private func owner(of position: Int) -> Int? {
        tasks[position].member.flatMap { positions[$0.of] }
    }
}

extension TaskFailure {
    /// Tells of the first; the others are in the list of tasks.
    static func members(failed count: Int, of total: Int, first: TaskFailure) -> TaskFailure {
        var failure = first
        failure.message = "\(count) of \(total) failed, the first so: \(first.message)"
        failure.isRetryable = false
        return failure
    }

    static let noItems = TaskFailure(
        "there is no item to work on", code: "EST7040",
        hint: "make the files, or write 'on_empty: skip' or 'on_empty: ok'")

    static func neverCame(_ seen: String, after timeout: Duration) -> TaskFailure {
        TaskFailure(
            "what it waits for did not come in \(timeout.text): \(seen)", code: "EST7041",
            hint: "see why it is late, wait longer with 'timeout:', or write 'if_missing: skip'")
    }
}
