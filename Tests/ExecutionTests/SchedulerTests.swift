import Foundation
import Testing

@testable import Execution

/// What is run when, at a clock that the test moves.
struct SchedulerTests {
    // MARK: Due

    @Test func `what is due is started, and nothing before the scheduler was there`() {
        var simulation = SchedulerSimulation([daily("orders", at: 6)], at: "2026-01-01T12:00:00Z")
        simulation.run(until: "2026-01-03T12:00:00Z")
        #expect(
            simulation.told == [
                "orders 2026-01-02T06:00:00Z plan", "orders 2026-01-02T06:00:00Z start",
                "orders 2026-01-02T06:00:00Z end",
                "orders 2026-01-03T06:00:00Z plan", "orders 2026-01-03T06:00:00Z start",
                "orders 2026-01-03T06:00:00Z end",
            ])
        #expect(simulation.done == ["orders": [moment("2026-01-01T00:00:00Z"), moment("2026-01-02T00:00:00Z")]])
    }

    @Test func `ninety days of several pipelines, through changes of clocks`() {
        var simulation = SchedulerSimulation(
            [
                daily("lisbon", at: 1, in: "Europe/Lisbon"), daily("berlin", at: 2, in: "Europe/Berlin"),
                daily("paulo", at: 6, in: "America/Sao_Paulo", after: ["lisbon"]), daily("gmt", at: 0),
            ], at: "2026-02-01T12:00:00Z")
        simulation.run(until: "2026-05-02T12:00:00Z")
        for (name, days) in simulation.done {
            #expect(days.count == 90, "\(name)")
            #expect(Set(days).count == 90, "\(name)")
        }
        #expect(simulation.done.count == 4)
        #expect(simulation.memory.open.isEmpty)
    }

    // MARK: Restarts

    @Test func `a restart at every step loses and repeats nothing`() {
        let pipelines = [
            daily("a", at: 6), daily("b", at: 6, catchup: .all(most: nil), overlap: .queue), every("c", seconds: 7200),
        ]
        var whole = SchedulerSimulation(pipelines, at: "2026-01-01T12:00:00Z")
        whole.run(until: "2026-02-01T12:00:00Z")
        var broken = SchedulerSimulation(pipelines, at: "2026-01-01T12:00:00Z")
        broken.run(until: "2026-02-01T12:00:00Z", restartingAtEachStep: true)
        #expect(broken.done == whole.done)
        #expect(broken.skipped == 0)
    }

    @Test func `what was at work when the process died goes on under the same run`() {
        var simulation = SchedulerSimulation([daily("orders", at: 6)], at: "2026-01-01T12:00:00Z")
        simulation.durations = ["orders": 600]
        simulation.run(until: "2026-01-02T06:05:00Z")
        for _ in 0..<3 { simulation.restart() }
        simulation.run(until: "2026-01-02T07:00:00Z")
        #expect(simulation.done == ["orders": [moment("2026-01-01T00:00:00Z")]])
        #expect(simulation.runs.values.map(\.count) == [1])
        #expect(simulation.told.count { $0.hasSuffix("start") } == 4)
    }

    @Test func `a start that could not begin comes again, with its run`() {
        var scheduler = Scheduler([daily("orders", at: 6)], width: 1) { _ in RunID("r1") }
        _ = scheduler.look(at: moment("2026-01-01T12:00:00Z"))
        let due = moment("2026-01-02T06:00:00Z")
        let key = ScheduledRun.Key(pipeline: "orders", due: due)
        let interval = RunInterval(start: moment("2026-01-01T00:00:00Z"), end: moment("2026-01-02T00:00:00Z"))
        let start = SchedulingDecision.start(ScheduledRun(key, interval, run: RunID("r1")))
        let first = scheduler.look(at: due)
        #expect(first.last == start)
        #expect(scheduler.ended(key, .postponed, at: due) == [])
        let early = scheduler.look(at: due)
        #expect(early == [])
        #expect(scheduler.nextMoment(after: due) == due.addingTimeInterval(60))
        let later = scheduler.look(at: due.addingTimeInterval(60))
        #expect(later == [start])
        #expect(scheduler.ended(key, .finished, at: due) == [.end(key)])
        #expect(scheduler.memory.open == [:])
    }

    // MARK: Catching up

    @Test(arguments: [
        (ScheduledPipeline.Catchup.none, [String](), 9), (.latest, ["2026-01-10"], 8),
        (.all(most: 3), ["2026-01-08", "2026-01-09", "2026-01-10"], 6),
        (.all(most: nil), (2...10).map { "2026-01-\($0 < 10 ? "0" : "")\($0)" }, 0),
    ])
    func `what was missed is caught up as the policy says`(
        _ catchup: ScheduledPipeline.Catchup, _ days: [String], _ skipped: Int
    ) {
        var simulation = SchedulerSimulation([daily("orders", at: 6, catchup: catchup)], at: "2026-01-02T12:00:00Z")
        simulation.durations = ["orders": 60]
        simulation.now = moment("2026-01-11T12:00:00Z")
        simulation.restart()
        simulation.run(until: "2026-01-11T13:00:00Z")
        #expect((simulation.done["orders"] ?? []) == days.map { moment("\($0)T00:00:00Z") })
        #expect(simulation.skipped == skipped)
    }

    @Test func `without catching up, half an hour late is in time`() {
        var simulation = SchedulerSimulation([daily("orders", at: 6, catchup: .none)], at: "2026-01-02T12:00:00Z")
        simulation.now = moment("2026-01-11T06:30:00Z")
        simulation.restart()
        #expect(
            simulation.told == [
                "orders 2026-01-03T06:00:00Z … 2026-01-10T06:00:00Z (8) missed", "orders 2026-01-11T06:00:00Z plan",
                "orders 2026-01-11T06:00:00Z start", "orders 2026-01-11T06:00:00Z end",
            ])
    }

    @Test func `a start in the past is where catching up begins`() {
        var simulation = SchedulerSimulation(
            [daily("orders", at: 6, start: "2026-01-05T00:00:00Z", catchup: .all(most: nil))],
            at: "2026-01-08T12:00:00Z")
        simulation.run(until: "2026-01-08T13:00:00Z")
        #expect(simulation.done["orders"] == (5...7).map { moment("2026-01-0\($0)T00:00:00Z") })
    }

    // MARK: Overlap

    @Test func `an interval that is due while one is at work is left out, queued or run beside`() {
        func simulated(_ overlap: ScheduledPipeline.Overlap, sharesFiles: Bool = false) -> SchedulerSimulation {
            var simulation = SchedulerSimulation(
                [every("a", seconds: 3600, overlap: overlap, sharesFiles: sharesFiles)], at: "2026-01-01T00:30:00Z")
            simulation.durations = ["a": 5400]
            simulation.run(until: "2026-01-01T10:30:00Z")
            return simulation
        }
        let skip = simulated(.skip)
        #expect(skip.done["a"]?.count == 5)
        #expect(skip.skipped == 5)
        #expect(skip.widest == 1)
        let queue = simulated(.queue)
        #expect(queue.done["a"]?.count == 6)
        #expect(queue.skipped == 0)
        #expect(queue.widest == 1)
        let allow = simulated(.allow)
        #expect(allow.done["a"]?.count == 9)
        #expect(allow.widest == 2)
        #expect(simulated(.allow, sharesFiles: true).widest == 1)
    }

    @Test func `no more runs at a time than the width`() {
        let pipelines = (1...5).map { daily("p\($0)", at: 6) }
        var simulation = SchedulerSimulation(pipelines, at: "2026-01-01T12:00:00Z", width: 2)
        simulation.durations = Dictionary(uniqueKeysWithValues: pipelines.map { ($0.name, 600) })
        simulation.run(until: "2026-01-02T06:05:00Z")
        #expect(simulation.told.count { $0.hasSuffix("start") } == 2)
        simulation.run(until: "2026-01-02T07:00:00Z")
        #expect(simulation.done.count == 5)
    }

    // MARK: Datasets of other pipelines

    @Test func `an interval waits for what must be published, and does not keep others back`() {
        var simulation = SchedulerSimulation([daily("report", at: 6, after: ["orders"])], at: "2026-01-01T12:00:00Z")
        let monday = RunInterval(start: moment("2026-01-01T00:00:00Z"), end: moment("2026-01-02T00:00:00Z"))
        simulation.isPublished = { _, interval in interval != monday }
        simulation.run(until: "2026-01-03T12:00:00Z")
        #expect(simulation.done == ["report": [moment("2026-01-02T00:00:00Z")]])
        simulation.isPublished = { _, _ in true }
        simulation.look()
        #expect(simulation.done == ["report": [moment("2026-01-02T00:00:00Z"), moment("2026-01-01T00:00:00Z")]])
        #expect(simulation.skipped == 0)
    }

    // MARK: The clock

    @Test func `a clock that was set back repeats nothing`() {
        var simulation = SchedulerSimulation([daily("orders", at: 6)], at: "2026-01-01T12:00:00Z")
        simulation.run(until: "2026-01-04T12:00:00Z")
        simulation.now = moment("2026-01-02T05:00:00Z")
        simulation.look()
        simulation.run(until: "2026-01-05T12:00:00Z")
        #expect(simulation.done["orders"] == (1...4).map { moment("2026-01-0\($0)T00:00:00Z") })
    }

    @Test func `a clock that was set forward has missed what lies between`() {
        var simulation = SchedulerSimulation([daily("orders", at: 6)], at: "2026-01-01T12:00:00Z")
        simulation.now = moment("2026-03-01T12:00:00Z")
        simulation.look()
        #expect(simulation.done["orders"] == [moment("2026-02-28T00:00:00Z")])
        #expect(simulation.skipped == 58)
    }
}

extension SchedulerTests {
    @Test func `schedules that are replaced hold from the last look on`() {
        var scheduler = Scheduler([daily("old", at: 6), daily("kept", at: 6)], width: 4) { _ in RunID("r") }
        func keys(_ decisions: [SchedulingDecision]) -> [String] {
            decisions.compactMap {
                if case .start(let run) = $0 { "\(run.key.pipeline) \(run.key.due.formatted(.iso8601))" } else { nil }
            }
        }
        #expect(keys(scheduler.look(at: moment("2026-01-01T12:00:00Z")) { _, _ in true }) == [])
        scheduler.replace(with: [daily("kept", at: 18), daily("new", at: 18)])
        #expect(keys(scheduler.look(at: moment("2026-01-01T12:00:05Z")) { _, _ in true }) == [])
        #expect(scheduler.nextMoment(after: moment("2026-01-01T12:00:05Z")) == moment("2026-01-01T18:00:00Z"))
        #expect(
            keys(scheduler.look(at: moment("2026-01-02T07:00:00Z")) { _, _ in true }) == [
                "kept 2026-01-01T18:00:00Z", "new 2026-01-01T18:00:00Z",
            ])
    }
}

extension SchedulerTests {
    @Test func `an interval that is to be tried again keeps its place before those behind it`() {
        var scheduler = Scheduler([daily("orders", at: 6, catchup: .all(most: nil), overlap: .queue)], width: 4) { _ in
            RunID("r")
        }
        func started(_ moment: Date) -> [String] {
            scheduler.look(at: moment) { _, _ in true }
                .compactMap { if case .start(let run) = $0 { run.key.due.formatted(.iso8601) } else { nil } }
        }
        #expect(started(moment("2026-01-01T12:00:00Z")) == [])
        #expect(started(moment("2026-01-02T06:00:00Z")) == ["2026-01-02T06:00:00Z"])
        let first = ScheduledRun.Key(pipeline: "orders", due: moment("2026-01-02T06:00:00Z"))
        _ = scheduler.ended(first, .postponed, at: moment("2026-01-03T05:59:50Z"))
        // Due meanwhile, and not begun: it builds on the one before.
        #expect(started(moment("2026-01-03T06:00:00Z")) == [])
        #expect(started(moment("2026-01-03T06:01:00Z")) == ["2026-01-02T06:00:00Z"])
        _ = scheduler.ended(first, .finished, at: moment("2026-01-03T06:02:00Z"))
        #expect(started(moment("2026-01-03T06:02:01Z")) == ["2026-01-03T06:00:00Z"])
    }
}
