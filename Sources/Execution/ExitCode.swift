/// Exit codes of every command; part of the interface.
package enum ExitCode: Int32, Sendable, Hashable {
    case success = 0
    /// Findings, or failed tasks.
    case failures = 1
    /// Usage, or configuration that cannot be read.
    case cannotStart = 2
    /// Our fault.
    case internalError = 3
    /// Stale plan, another live run, confirmation missing.
    case refused = 4
    case interrupted = 130
}
