import Algebra
import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let overlapUnstated = Rule(
        "EST7012",
        "overlap-unstated",
        .warning,
        scope: .project,
        fix: .safe,
        since: "0.2.0",
        summary: "A run may take longer than the time to the next one.",
        explanation: """
            The timeouts of the tasks on one way through the pipeline, with all their attempts, add up to more than the \
            schedule leaves. What is due while an earlier run is at work is left out unless the schedule says `overlap: queue`, \
            which runs it after, or `overlap: allow`. Say which, also where `skip` is meant; or shorten timeouts and attempts \
            to what a task really needs.
            """,
        bad: """
            schedule: {cron: ⟦"*/15 * * * *"⟧, timezone: UTC}
            sources:
              orders: {csv: include/orders.csv, schema: orders, timeout: 10m}
            sinks:
              orders: {from: raw.orders, table: dwh.all_orders, timeout: 10m}
            """,
        good: """
            schedule: {cron: "*/15 * * * *", timezone: UTC, overlap: queue}
            sources:
              orders: {csv: include/orders.csv, schema: orders, timeout: 10m}
            sinks:
              orders: {from: raw.orders, table: dwh.all_orders, timeout: 10m}
            """
    )
}

extension Check {
    static let overlapUnstated = Check(.overlapUnstated) { project, found in
        // Many pipelines have one schedule, and its moments are not for nothing.
        var known: [Pipeline.Schedule: Int64] = [:]
        for pipeline in project.pipelines {
            guard let schedule = pipeline.pipeline.schedule, schedule.overlap == nil,
                let moments = CronSchedule(schedule),
                let node = project.tree(of: pipeline.pipeline)?["schedule"]
            else { continue }
            let longest = pipeline.longestWay
            guard longest >= 60,
                let period = known[schedule] ?? moments.shortestPeriod(after: project.clock.now / 1_000_000)
            else { continue }
            known[schedule] = period
            guard longest > period else { continue }
            found.report(
                Diagnostic(
                    .overlapUnstated,
                    """
                    a run may take \(minutes(longest)) minutes by its timeouts, and the next one is due after \
                    \(minutes(period))
                    """,
                    at: (node["cron"] ?? node).span,
                    help: "write 'overlap: skip', 'queue' or 'allow', or shorten 'timeout:' or 'retries:' of its tasks",
                    fix: node.fixAdding("overlap: \(schedule.standardOverlap.rawValue)").map {
                        Fix(.safe, "say what happens now: 'overlap: \(schedule.standardOverlap.rawValue)'", [$0])
                    }
                )
            )
        }
    }
}

private func minutes(_ seconds: Int64) -> Int64 { seconds / 60 }

extension CompiledPipeline {
    /// Seconds of the longest chain of tasks, each with all its attempts; a task without a timeout counts nothing.
    fileprivate var longestWay: Int64 {
        var ready: [DatasetName: Int64] = [:]
        let waited = pipeline.sensors.map(\.policy.timeout.components.seconds).reduce(0, max)
        for (source, dataset, _) in sources {
            let wait = source.wait.map(\.policy.timeout.components.seconds) ?? 0
            ready[dataset] = waited + wait + source.policy.longest
        }
        // Each comes after what it reads.
        for transform in transforms {
            let before = transform.relation.datasets.reduce(0) { max($0, ready[$1, default: 0]) }
            ready[transform.dataset] = before + transform.declaration.policy.longest
        }
        let loaded = sinks.map { ready[$0.dataset, default: 0] + $0.declaration.policy.longest }
        let generated = pipeline.generators.map(\.policy.longest).reduce(0, max)
        return generated + (Array(ready.values) + loaded).reduce(0, max)
    }
}

extension TaskPolicy {
    /// Seconds that all attempts may take, with the waits between them.
    fileprivate var longest: Int64 {
        guard let timeout else { return 0 }
        var wait = delay
        var all = timeout
        for _ in 1..<max(1, attempts) {
            all += min(wait, maxDelay) + timeout
            if isExponential { wait *= 2 }
            if wait > maxDelay { wait = maxDelay }
        }
        return all.components.seconds
    }
}
