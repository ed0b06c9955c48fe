package import Reporting

/// A plan as it is told: every fact that printers show and files keep, and nothing that could run. Made once from a
/// plan; printed, saved, read again and compared. The keys of its JSON are the names here, in snake case.
package struct PlanDocument: Hashable, Sendable, Codable {
    /// Additive changes bump the minor number and readers ignore unknown keys; a breaking change bumps the major one.
    package static let version = "1.2"

    package var planVersion = PlanDocument.version
    /// SHA-256 of the rest without `estimates`, `schedule`, `intervals` and `history`, which the same plan may have otherwise tomorrow,
    /// and without what was seen on the way: `simulation`, `impacts` and `engine_plans`.
    package var id = ""
    package var tool: Tool
    package var project: String
    package var pipeline: String
    package var profile: String
    package var level: Level
    package var inputs: Inputs
    package var interval: Interval?
    package var engine: Engine
    /// The lake's folder.
    package var lake: String
    /// By wave, then as declared.
    package var tasks: [Task]
    package var edges: [Edge]
    package var effects: [Effect]
    package var unknowns: [Unknown]
    package var diagnostics: [Finding]
    package var estimates: Estimates?
    package var schedule: Schedule?
    /// What became of the pipeline's intervals so far, in the order of time; nil where nobody looked.
    package var intervals: [Stretch]?
    /// Milliseconds that each task took in earlier runs, latest first.
    package var history: [String: [Int]]?
    /// What the tasks did to generated rows, where they were asked to.
    package var simulation: Simulation?
    /// What is around the tables that loads change, where connections were asked.
    package var impacts: [Impact]?
    /// How the engine would do transforms, where connections were asked.
    package var enginePlans: [EnginePlan]?
    /// What has changed since a git revision, where one was named.
    package var changes: [Difference]?
    package var comparison: Comparison?
    package var summary = Summary()

    package struct Tool: Hashable, Sendable, Codable {
        package var name: String
        package var version: String
    }

    /// How far planning looked.
    package struct Level: Hashable, Sendable, Codable {
        package var number: Int
        package var words: String
        /// What was to be asked and was not, and what is shown instead.
        package var note: String?
    }

    package struct Inputs: Hashable, Sendable, Codable {
        package var files: [PlanInputs.InputFile]
        /// SHA-256 of the files' paths and digests.
        package var digest: String
        package var params: [Param]
        /// Names of connections that tasks use; their addresses stay in the environment.
        package var connections: [String]
        /// Names of the variables that the project's files take from outside; their values are in no plan.
        package var environment: [String]
        /// SHA-256 of what earlier runs completed, as planning saw it; nil where none was seen.
        package var ledger: String?
        /// The files that tasks read, where the plan is kept to be run.
        package var data: [DataFile]?

        package struct Param: Hashable, Sendable, Codable {
            package var name: String
            package var value: String
            /// A word of `Origin`.
            package var origin: String
            package var source: Source

            package enum Origin: String, Sendable { case `default`, profile, cli }
        }
    }

    /// Half-open, in local time of the zone.
    package struct Interval: Hashable, Sendable, Codable {
        package var start: String
        package var end: String
        package var timezone: String
        /// The parameter that says it.
        package var param: String
    }

    package struct Engine: Hashable, Sendable, Codable {
        package var name: String
        /// Nil: as many as the machine has.
        package var threads: Int?
        package var memory: String
        /// Folder for what does not fit into memory; nil: the system's.
        package var spill: String?
        /// Most bytes there; nil: the engine's default.
        package var spillLimit: Int?
    }

    /// A place in a file: the first and last line and column, from 1; the end is after the last character.
    package struct Source: Hashable, Sendable, Codable {
        package var file: String
        package var line: Int
        package var column: Int
        package var endLine: Int
        package var endColumn: Int

        package init(_ span: Span) {
            file = span.file
            line = span.start.line
            column = span.start.column
            endLine = span.end.line
            endColumn = span.end.column
        }

        package var text: String { "\(file):\(line)" }
    }

    package struct Edge: Hashable, Sendable, Codable {
        package var from: String
        package var to: String
    }

    package struct Unknown: Hashable, Sendable, Codable {
        package var what: String
        package var task: String
        /// The task after which it is known.
        package var knownAfter: String
    }

    /// A finding of lint that concerns the plan.
    package struct Finding: Hashable, Sendable, Codable {
        package var code: String
        package var name: String
        package var severity: String
        package var message: String
        package var help: String?
        package var source: Source
    }

    package struct Estimates: Hashable, Sendable, Codable {
        package var milliseconds: Quantity
        /// Written by the tasks that run.
        package var bytes: Quantity
        /// Bytes of memory at the most, of the whole process; nil where no run has measured.
        package var memory: Quantity?
        /// Bytes on disk at the most, of what did not fit into memory; nil where no run has measured.
        package var spill: Quantity?
        /// Bytes sent to servers by the tasks that run; nil where none does.
        package var network: Quantity?
    }

    package struct Schedule: Hashable, Sendable, Codable {
        package var cron: String
        package var timezone: String
        /// Local times with their offsets from UTC.
        package var next: [String]
        /// The day on which the clocks change next.
        package var clockChange: String?
    }

    package struct Summary: Hashable, Sendable, Codable {
        package var toRun = 0
        package var created = 0
        package var rebuilt = 0
        package var reused = 0
        package var waiting = 0
        package var blocked = 0
        /// Left out by a condition that does not hold.
        package var skipped = 0
        package var destructive = 0
        package var irreversible = 0
        package var errors = 0
        package var warnings = 0
        /// Nothing would run.
        package var empty = true
    }
}
