import Configuration
import Foundation
import Kinds

/// The schedule of a pipeline with its place; its line has no fault.
struct WrittenSchedule {
    var cron: Node
    var line: CronLine
    /// As it is written; nil where it is left out.
    var zone: Node?
    /// The whole value of `schedule`.
    var node: Node
    /// The tree of the pipeline.
    var pipeline: Node
}

extension LintedProject {
    /// What is no cron line is left out: reading has reported it.
    var schedules: [WrittenSchedule] {
        pipelineTrees.compactMap { pipeline in
            guard let node = pipeline["schedule"], let cron = node["cron"] ?? (node.entries == nil ? node : nil),
                let text = cron.scalar?.text, let line = CronLine(text)
            else { return nil }
            return WrittenSchedule(cron: cron, line: line, zone: node["timezone"], node: node, pipeline: pipeline)
        }
    }
}
