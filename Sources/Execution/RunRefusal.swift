package import Foundation
package import Reporting

/// Why a run does not start.
package enum RunRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    case alreadyRunning(RunID, pipeline: String, target: String, process: ProcessIdentity, since: Date)
    case unknownRun(RunID)
    /// `--resume last` without a run of this pipeline and target.
    case nothingToResume(pipeline: String, target: String)
    case belongsElsewhere(RunID, pipeline: String, target: String)
    case alreadyScheduling(target: String, process: ProcessIdentity, since: Date)

    package var exitCode: ExitCode {
        switch self {
        case .alreadyRunning, .belongsElsewhere, .alreadyScheduling: .refused
        case .unknownRun, .nothingToResume: .cannotStart
        }
    }

    /// In English.
    package var description: String { message.description }

    package var message: Message {
        switch self {
        case .alreadyRunning(let run, let pipeline, let target, let process, let since):
            """
            run \(run) of '\(pipeline)' into '\(target)' is under way since \(since.formatted(.iso8601)) \
            (process \(process.pid) on '\(process.host)')
            """
        case .unknownRun(let run): "there is no run '\(run)'"
        case .nothingToResume(let pipeline, let target): "'\(pipeline)' has not run into '\(target)' yet"
        case .belongsElsewhere(let run, let pipeline, let target):
            "run \(run) is of '\(pipeline)' into '\(target)'"
        case .alreadyScheduling(let target, let process, let since):
            """
            the schedule of '\(target)' is kept since \(since.formatted(.iso8601)) (process \(process.pid) on \
            '\(process.host)')
            """
        }
    }

    package var hint: Message {
        switch self {
        case .alreadyRunning, .alreadyScheduling: "wait for it, or stop that process"
        case .unknownRun, .nothingToResume: "'esteira runs' lists the runs; leave out '--resume' to start anew"
        case .belongsElsewhere: "resume it with its own pipeline and profile"
        }
    }
}
