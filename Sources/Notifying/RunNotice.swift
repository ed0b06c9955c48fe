package import Execution
package import Foundation
package import Reporting

/// What is told of a run: the body of a webhook and the input of a command.
///
/// Keys are never renamed or removed; new ones may come.
package struct RunNotice: Sendable, Hashable {
    package enum Event: String, Sendable, Hashable {
        case success, failure, late
    }

    package var event: Event
    package var run: RunID
    package var pipeline: String
    package var target: String
    /// `running` where the run goes on.
    package var state: StateName
    package var startedAt: Date
    /// So far.
    package var duration: Duration
    /// What is late; `nil`: the run itself.
    package var late: TaskID?
    /// Those that were not done, with the reason.
    package var tasks: [Task]

    package struct Task: Sendable, Hashable {
        package var task: TaskID
        package var state: StateName
        package var message: String?
        package var code: String?
    }
}

extension RunNotice {
    /// Of a run that has ended.
    package init(_ outcome: RunOutcome) {
        event = outcome.exitCode == .success ? .success : .failure
        run = outcome.run
        pipeline = outcome.pipeline
        target = outcome.target
        state = outcome.stateName
        startedAt = outcome.startedAt
        duration = outcome.duration
        tasks = outcome.results.compactMap(Task.init)
    }

    /// Of a run, or a task of it, that is not done in its time.
    package init(late task: TaskID?, after limit: Duration, of start: RunStart, startedAt: Date) {
        event = .late
        run = start.run
        pipeline = start.pipeline
        target = start.target
        state = .running
        self.startedAt = startedAt
        duration = limit
        late = task
        tasks = []
    }

    package var json: JSONText {
        .object([
            ("event", .string(event.rawValue)), ("run", .string(run.rawValue)), ("pipeline", .string(pipeline)),
            ("profile", .string(target)), ("state", .string(state.rawValue)),
            ("started_at", .string(startedAt.formatted(.iso8601))),
            ("duration_ms", .integer(Int(duration / .milliseconds(1)))), ("late", .string(orNull: late?.rawValue)),
            ("text", .string(sentence)),
            (
                "tasks",
                .array(
                    tasks.map { task in
                        .object([
                            ("task", .string(task.task.rawValue)), ("state", .string(task.state.rawValue)),
                            ("message", .string(orNull: task.message)), ("code", .string(orNull: task.code)),
                        ])
                    })
            ),
        ])
    }

    /// One sentence for a person; chat services show what stands under `text`.
    private var sentence: String {
        switch event {
        case .success: "\(pipeline) (\(target)): run \(run) succeeded in \(duration.text)"
        case .late:
            "\(pipeline) (\(target)): \(late.map { "\($0)" } ?? "run \(run)") is not done after \(duration.text)"
        case .failure:
            "\(pipeline) (\(target)): run \(run) \(state)"
                + tasks.filter { $0.state == .failed }.prefix(3).map { "; \($0.task): \($0.message ?? "failed")" }
                .joined()
        }
    }
}

extension RunNotice.Task {
    /// Nothing for what was done.
    fileprivate init?(_ result: TaskResult) {
        task = result.task
        state = result.state.name
        switch result.state {
        case .failed(let failure):
            message = failure.message
            code = failure.code
        case .skipped(let reason): message = "\(reason)"
        case .interrupted: break
        default: return nil
        }
    }
}
