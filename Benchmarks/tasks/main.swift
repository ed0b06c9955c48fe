import Execution
import Foundation
import Monitoring
import Reporting

// What a run costs besides its work: a mapped task finds items, and each is a task that does nothing. Through the loop, the
// schedule and the store on disk that every run has. Arguments: items, tasks at a time.

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let count = arguments.first ?? 10_000
let width = arguments.dropFirst().first ?? 4

let folder = FileManager.default.temporaryDirectory.appending(path: "esteira-bench-\(UUID().uuidString)")
defer { try? FileManager.default.removeItem(at: folder) }  // what is left lies among the temporary files

var mapped = TaskFacts(id: TaskID("ingest"), group: "ingest", title: "items", fingerprint: "f")
mapped.mapping = MappingPolicy()
let members = (0..<count).map { TaskMember(key: "\($0)", fingerprint: "item \($0)") }

func measured(_ name: String, sinks: (URL) -> [EventSink]) async throws {
    let store = try RunStore(path: folder.appending(path: "\(name)/runs.sqlite").path)
    let events = sinks(folder.appending(path: name))
    let clock = ContinuousClock()
    for what in ["first run", "second run"] {
        let start = clock.now
        let outcome = try await run(
            [mapped],
            options: RunOptions(pipeline: "bench", target: "local", width: width),
            store: store,
            events: events
        ) { facts, context in
            if case .gather = context.phase { return TaskReport(rowsIn: count, rowsOut: count) }
            return facts.member == nil ? .found(members) : TaskReport(rowsIn: 1, rowsOut: 1)
        }
        guard outcome.exitCode == .success else { fatalError("the run did not succeed: \(outcome.stateName)") }
        let seconds = (clock.now - start) / .seconds(1)
        let perTask = (seconds * 1e6 / Double(count)).rounded()
        let figures = "\((seconds * 1000).rounded() / 1000) s, \(Int(perTask)) µs a task"
        print("\(name), \(what): \(count.grouped) tasks, \(width) at a time: \(figures)")
    }
}

try await measured("store") { _ in [] }
try await measured("store and logs") { [TaskLogs(folder: $0.appending(path: "logs")).sink] }
