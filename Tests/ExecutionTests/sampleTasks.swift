@testable import Execution

extension TaskID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

func task(
    _ id: String,
    _ dependsOn: [TaskID] = [],
    group: String = "",
    tags: Set<String> = [],
    fingerprint: String? = nil,
    retry: RetryPolicy = .none,
    timeout: Duration? = nil,
    weight: Int = 1
) -> TaskFacts {
    TaskFacts(
        id: TaskID(id),
        group: group,
        title: "task \(id)",
        tags: tags,
        dependsOn: dependsOn,
        fingerprint: fingerprint,
        retry: retry,
        timeout: timeout,
        weight: weight
    )
}

func rows(_ count: Int) -> TaskReport { TaskReport(rowsIn: count, rowsOut: count) }

let broken = TaskFailure("column 'total' is missing", code: "EST4003", hint: "add it")
let lost = TaskFailure("connection lost", code: "08006", isRetryable: true)
