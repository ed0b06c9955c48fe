private import Reporting

/// One selector without commas: a name, and how many steps to go each way. `2+x`, `+tag:nightly`, `x+`.
struct SelectionTerm {
    /// Steps against the arrows; `Int.max` for all.
    private let upstream: Int
    private let downstream: Int
    fileprivate let name: Name

    fileprivate enum Name {
        case task(String)
        case tag(String)
        case group(String)
    }

    init(_ text: String, of selector: String) throws(SelectionError) {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1:
            (upstream, downstream) = (0, 0)
            name = try Self.name(parts[0], of: selector)
        case 2 where Self.isSteps(parts[0]) && !(parts[1].isEmpty || Self.isSteps(parts[1])):
            (upstream, downstream) = (Self.steps(parts[0]), 0)
            name = try Self.name(parts[1], of: selector)
        case 2 where Self.isSteps(parts[1]) && !parts[0].isEmpty:
            (upstream, downstream) = (0, Self.steps(parts[1]))
            name = try Self.name(parts[0], of: selector)
        case 3 where Self.isSteps(parts[0]) && Self.isSteps(parts[2]):
            (upstream, downstream) = (Self.steps(parts[0]), Self.steps(parts[2]))
            name = try Self.name(parts[1], of: selector)
        default: throw .malformed(selector: selector)
        }
    }

    private static func isSteps(_ text: String) -> Bool { text.isEmpty || Int(text).map { $0 >= 0 } == true }

    private static func steps(_ text: String) -> Int { Int(text) ?? .max }

    private static func name(_ text: String, of selector: String) throws(SelectionError) -> Name {
        guard let colon = text.firstIndex(of: ":") else {
            if text.isEmpty { throw .malformed(selector: selector) }
            return .task(text)
        }
        let value = String(text[text.index(after: colon)...])
        guard !value.isEmpty else { throw .malformed(selector: selector) }
        switch text[..<colon] {
        case "tag": return .tag(value)
        case "group": return .group(value)
        default: throw .malformed(selector: selector)
        }
    }

    func tasks(in graph: TaskGraph) throws(SelectionError) -> Set<Int> {
        let named = graph.tasks.indices.filter { name.matches(graph.tasks[$0]) }
        guard !named.isEmpty else { throw .unknown(name: name.text, closest: name.closest(in: graph.tasks)) }
        let above = Self.reached(from: named, steps: upstream, along: graph.dependencies)
        return above.union(Self.reached(from: named, steps: downstream, along: graph.dependents))
    }

    /// The start included.
    private static func reached(from start: [Int], steps: Int, along edges: [[Int]]) -> Set<Int> {
        var reached = Set(start)
        var edge = start
        var left = steps
        while left > 0, !edge.isEmpty {
            edge = edge.flatMap { edges[$0] }.filter { reached.insert($0).inserted }
            left -= 1
        }
        return reached
    }
}

extension SelectionTerm.Name {
    fileprivate var text: String {
        switch self {
        case .task(let name): name
        case .tag(let name): "tag:\(name)"
        case .group(let name): "group:\(name)"
        }
    }

    fileprivate func matches(_ task: TaskFacts) -> Bool {
        switch self {
        case .task(let pattern):
            matchesGlob(pattern, task.id.rawValue) || matchesGlob(pattern, Self.dataset(of: task.id))
        case .tag(let pattern): task.tags.contains { matchesGlob(pattern, $0) }
        case .group(let pattern): matchesGlob(pattern, task.group)
        }
    }

    fileprivate func closest(in tasks: [TaskFacts]) -> String? {
        switch self {
        case .task(let name):
            closestName(to: name, among: Set(tasks.flatMap { [$0.id.rawValue, Self.dataset(of: $0.id)] }))
        case .tag(let name): closestName(to: name, among: Set(tasks.flatMap(\.tags))).map { "tag:\($0)" }
        case .group(let name): closestName(to: name, among: Set(tasks.map(\.group))).map { "group:\($0)" }
        }
    }

    /// What follows the first dot; the whole name without one.
    private static func dataset(of task: TaskID) -> String {
        let name = task.rawValue
        guard let dot = name.firstIndex(of: ".") else { return name }
        return String(name[name.index(after: dot)...])
    }
}

/// `*` is any run of characters, `?` one; everything else stands for itself. O(pattern · text).
func matchesGlob(_ pattern: String, _ text: String) -> Bool {
    let pattern = Array(pattern)
    let text = Array(text)
    var p = 0
    var t = 0
    // Where to go back to: the last star, and how much of the text it has eaten.
    var star: (p: Int, t: Int)?
    while t < text.count {
        if p < pattern.count, pattern[p] == "*" {
            star = (p, t)
            p += 1
        } else if p < pattern.count, pattern[p] == "?" || pattern[p] == text[t] {
            p += 1
            t += 1
        } else if let back = star {
            star = (back.p, back.t + 1)
            p = back.p + 1
            t = back.t + 1
        } else {
            return false
        }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
}
