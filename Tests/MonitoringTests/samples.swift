import Foundation
import Reporting

@testable import Execution

let start = Date(timeIntervalSince1970: 1_789_182_000)
let broken = TaskFailure(
    "cannot log in as 'etl'\nFATAL",
    code: "28P01",
    hint: "check the profile's 'password'",
    details: ["host": "db"]
)

func id(_ name: String) -> TaskID { TaskID(name) }

func facts(_ name: String, _ dependsOn: [String] = []) -> TaskFacts {
    TaskFacts(
        id: id(name),
        group: String(name.prefix { $0 != "." }),
        title: name,
        dependsOn: dependsOn.map(id)
    )
}

func result(_ name: String, _ state: TaskState, _ duration: Duration = .zero, attempts: Int = 1) -> TaskResult {
    TaskResult(
        task: id(name),
        group: "",
        title: name,
        state: state,
        attempts: attempts,
        startedAt: attempts > 0 ? start : nil,
        duration: duration
    )
}

/// A run with one of each end.
func outcome(interrupted: Bool = false) -> RunOutcome {
    RunOutcome(
        run: RunID("20260912T030000-k3f9"),
        pipeline: "shop",
        target: "dev",
        startedAt: start,
        duration: .milliseconds(12_340),
        wasInterrupted: interrupted,
        results: [
            result("generate.orders", .upToDate(TaskReport(rowsOut: 150_000), reason: "unchanged"), attempts: 0),
            result(
                "ingest.orders",
                .succeeded(TaskReport(rowsIn: 150_000, rowsOut: 149_980, rejected: 10, filtered: 7, deduplicated: 3)),
                .milliseconds(2_300)
            ),
            result(
                "load.orders",
                interrupted ? .interrupted : .succeeded(TaskReport(rowsIn: 149_980, rowsOut: 149_980)),
                .seconds(75)
            ),
            result("load.users", .failed(broken), .milliseconds(400)),
            result("load.views", .skipped(SkipReason(chain: [id("load.users"), id("load.sums")])), attempts: 0),
        ]
    )
}
