/// Why an attempt failed. Task bodies throw it; whatever else they throw is taken in with `init(wrapping:)`.
package struct TaskFailure: Error, Sendable, Hashable, Codable {
    /// One phrase, lower case, names in quotes.
    package var message: String
    /// `EST` code, SQLSTATE, or one of `timeout` and `unexpected`.
    package var code: String
    /// The way out.
    package var hint: String?
    /// Whether the same attempt may do better later: a lost connection, yes; a failed expectation, no.
    package var isRetryable: Bool
    /// For the task's log only: statement, server message, stack of causes.
    package var details: [String: String]

    package init(
        _ message: String,
        code: String,
        hint: String? = nil,
        isRetryable: Bool = false,
        details: [String: String] = [:]
    ) {
        self.message = message
        self.code = code
        self.hint = hint
        self.isRetryable = isRetryable
        self.details = details
    }

    package init(wrapping error: any Error) {
        self = error as? TaskFailure ?? TaskFailure("\(error)", code: "unexpected")
    }

    static func timedOut(after limit: Duration) -> TaskFailure {
        TaskFailure(
            "stopped after its timeout of \(limit.text)",
            code: "timeout",
            hint: "raise 'timeout' of the task, or find what it waits for in its log",
            isRetryable: true
        )
    }
}
