/// Tasks and who waits for whom, checked: names are unique and known, nobody waits for itself.
package struct TaskGraph: Sendable, Hashable {
    /// As given.
    package let tasks: [TaskFacts]
    /// By position in `tasks`.
    let dependencies: [[Int]]
    let dependents: [[Int]]
    /// Positions, each after what it depends on.
    let order: [Int]
    let positions: [TaskID: Int]

    package init(_ tasks: [TaskFacts]) throws(TaskGraphError) {
        var positions: [TaskID: Int] = [:]
        for (position, task) in tasks.enumerated() {
            guard positions.updateValue(position, forKey: task.id) == nil else { throw .duplicate(task.id) }
        }
        var dependencies: [[Int]] = []
        var dependents = [[Int]](repeating: [], count: tasks.count)
        for (position, task) in tasks.enumerated() {
            var found: [Int] = []
            for name in task.dependsOn {
                guard let dependency = positions[name] else { throw .unknown(name, neededBy: task.id) }
                if !found.contains(dependency) { found.append(dependency) }
            }
            for dependency in found { dependents[dependency].append(position) }
            dependencies.append(found)
        }
        let order = Self.order(dependencies, dependents)
        guard order.count == tasks.count else {
            let ordered = Set(order)
            throw .cycle(tasks.indices.filter { !ordered.contains($0) }.map { tasks[$0].id })
        }
        self.tasks = tasks
        self.positions = positions
        self.dependencies = dependencies
        self.dependents = dependents
        self.order = order
    }

    package func position(of task: TaskID) -> Int? { positions[task] }

    /// Kahn's order; shorter than the input when there is a cycle.
    private static func order(_ dependencies: [[Int]], _ dependents: [[Int]]) -> [Int] {
        var unmet = dependencies.map(\.count)
        var order = unmet.indices.filter { unmet[$0] == 0 }
        var next = 0
        while next < order.count {
            for dependent in dependents[order[next]] {
                unmet[dependent] -= 1
                if unmet[dependent] == 0 { order.append(dependent) }
            }
            next += 1
        }
        return order
    }
}

/// A set of tasks that cannot be scheduled.
package enum TaskGraphError: Error, Sendable, Hashable, CustomStringConvertible {
    case duplicate(TaskID)
    case unknown(TaskID, neededBy: TaskID)
    /// The tasks on a cycle and those behind it.
    case cycle([TaskID])

    package var description: String {
        switch self {
        case .duplicate(let task): "two tasks are named '\(task)'"
        case .unknown(let task, let dependent): "'\(dependent)' depends on '\(task)', which is not a task"
        case .cycle(let tasks): "tasks wait for each other: \(tasks.map { "'\($0)'" }.joined(separator: ", "))"
        }
    }
}

extension TaskGraph {
    /// Weight of the heaviest path from each task to the end, the task included: what starts late ends late.
    var heaviestPaths: [Int] {
        var paths = tasks.map(\.weight)
        for position in order.reversed() {
            paths[position] += dependents[position].reduce(0) { max($0, paths[$1]) }
        }
        return paths
    }

    /// Only the chosen tasks; a task behind one left out waits for what that one waited for, so the order stays.
    package func restricted(to chosen: Set<TaskID>) -> [TaskFacts] {
        // For each task: itself when chosen, else what stands for it.
        var standIns = [[TaskID]](repeating: [], count: tasks.count)
        var result = tasks
        for position in order {
            var needed: [TaskID] = []
            for dependency in dependencies[position] {
                for standIn in standIns[dependency] where !needed.contains(standIn) { needed.append(standIn) }
            }
            result[position].dependsOn = needed
            standIns[position] = chosen.contains(tasks[position].id) ? [tasks[position].id] : needed
        }
        return result.filter { chosen.contains($0.id) }
    }
}
