package import Engines
package import Execution
import LakeStorage
package import Planning
import Reporting
import Synthesis

extension TaskFailure {
    /// An error of the world, pinned to the declaration whose task met it.
    package init(_ error: any Error, in task: PlannedTask) {
        switch error {
        case let failure as TaskFailure: self = failure
        case let error as EngineError: self.init(error)
        case let error as LakeError:
            self.init("\(error)", code: "lake", isRetryable: true)
        case is CancellationError:
            self.init("stopped", code: "interrupted", isRetryable: true)
        default:
            self.init("\(error)", code: "unexpected")
        }
        details["source"] = "\(task.span)"
    }

    package init(_ error: EngineError) {
        self.init(
            error.message, code: error.reason.rule?.code ?? error.code ?? error.reason.rawValue, hint: error.hint,
            isRetryable: [.connection, .io, .interrupted].contains(error.reason) || passing.contains(error.code ?? ""),
            details: ["statement": error.statement?.text].compactMapValues(\.self))
    }
}

extension EngineError.Reason {
    /// Says what can be done, where it is a matter of the project.
    fileprivate var rule: Rule? { self == .outOfOrder ? .historyOutOfOrder : nil }
}

/// What another session did, and will not do again: a lock held too long, two that waited for each other, a serialization
/// that failed (SQLSTATE).
private let passing: Set = ["55P03", "40P01", "40001"]
