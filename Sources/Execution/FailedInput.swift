/// What a task does when something it depends on has failed or was skipped.
package enum FailedInput: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is skipped, and so is all that depends on it.
    case stop
    /// It works on what an earlier run left there, and says how old that is.
    case usePrevious = "use_previous"
    /// It works as if the input were there and empty.
    case `continue`
}
