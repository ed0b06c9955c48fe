/// What reports count.
package enum Countable: Sendable {
    case comment, error, file, finding, hint, rule, warning

    init(_ severity: Severity) {
        self =
            switch severity {
            case .hint: .hint
            case .warning: .warning
            case .error: .error
            }
    }
}

/// `1 file`, `2 files`.
package func counted(_ count: Int, _ thing: Countable) -> Message {
    switch (thing, count) {
    case (.comment, 1): "1 comment"
    case (.comment, _): "\(count) comments"
    case (.file, 1): "1 file"
    case (.file, _): "\(count) files"
    case (.finding, 1): "1 finding"
    case (.finding, _): "\(count) findings"
    case (.error, 1): "1 error"
    case (.error, _): "\(count) errors"
    case (.warning, 1): "1 warning"
    case (.warning, _): "\(count) warnings"
    case (.hint, 1): "1 hint"
    case (.hint, _): "\(count) hints"
    case (.rule, 1): "1 rule"
    case (.rule, _): "\(count) rules"
    }
}
