import Testing

@testable import Execution

/// Random graphs, failures and orders of ending, the same for the same seed.
@Suite struct SchedulePropertyTests {
    @Test(arguments: 0..<200)
    func `order holds, failures take exactly their descendants, everything ends`(_ seed: Int) throws {
        var random = SeededRandom(seed)
        let tasks = (0..<Int.random(in: 1...40, using: &random)).map { number in
            let needs = (0..<number).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
            return task(
                "t\(number)",
                needs.map { TaskID("t\($0)") },
                retry: RetryPolicy(attempts: Int.random(in: 1...3, using: &random)),
                weight: Int.random(in: 1...9, using: &random)
            )
        }
        let graph = try TaskGraph(tasks)
        let doomed = Set(tasks.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }.map(\.id))
        let width = Int.random(in: 1...5, using: &random)
        var schedule = Schedule(graph, run: RunID("r"), width: width)
        var running: [TaskID] = []
        var retrying: [TaskID] = []
        var ends: [TaskID: TaskState] = [:]
        var actions = schedule.begin()
        while true {
            for action in actions {
                switch action {
                case .start(let task, _):
                    let position = try #require(graph.position(of: task))
                    #expect(graph.dependencies[position].allSatisfy { ends[tasks[$0].id]?.report != nil })
                    running.append(task)
                case .retry(let task, _, _, _): retrying.append(task)
                case .finish(let task, let state): #expect(ends.updateValue(state, forKey: task) == nil)
                case .look, .expand, .gather, .cancel: Issue.record("nobody asked for \(action)")
                }
            }
            #expect(running.count <= width)
            if !running.isEmpty, retrying.isEmpty || Bool.random(using: &random) {
                let task = running.remove(at: Int.random(in: running.indices, using: &random))
                let flaky = TaskFailure("lost", code: "x", isRetryable: Bool.random(using: &random))
                actions = schedule.attemptEnded(task, doomed.contains(task) ? .failed(flaky) : .succeeded(rows(1)))
            } else if !retrying.isEmpty {
                actions = schedule.retryIsDue(retrying.removeFirst())
            } else {
                break
            }
        }
        #expect(schedule.isFinished)
        #expect(ends.count == tasks.count)
        for facts in tasks {
            let isBehind = facts.dependsOn.contains { ends[$0]?.report == nil }
            switch try #require(ends[facts.id]) {
            case .skipped(let reason):
                #expect(isBehind)
                #expect(doomed.contains(reason.chain[0]))
                #expect(facts.dependsOn.contains(reason.chain[reason.chain.count - 1]))
            case .failed: #expect(!isBehind && doomed.contains(facts.id))
            case .succeeded: #expect(!isBehind && !doomed.contains(facts.id))
            case let other: Issue.record("\(facts.id) ended as \(other)")
            }
        }
    }
}

/// SplitMix64.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &+ 0x9e37_79b9 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
