import Execution
import Reporting

/// What a person calls a state, and its colour.
func wording(ofState name: StateName) -> (text: String, colour: TextStyle.Colour?) {
    switch name {
    case .succeeded: ("ok", .green)
    case .upToDate: ("up to date", .dim)
    case .failed: ("failed", .red)
    case .skipped: ("skipped", .yellow)
    case .interrupted: ("interrupted", .yellow)
    case .notStarted: ("not started", .yellow)
    default: (name.rawValue, nil)
    }
}

extension StateName {
    /// An interrupted task that had not begun; a state for people only.
    static let notStarted = StateName(rawValue: "not_started")
}

/// In the order of a summary.
let shownStates: [StateName] = [.succeeded, .upToDate, .failed, .skipped, .interrupted, .notStarted]

func shownState(of result: TaskResult) -> StateName {
    result.state == .interrupted && result.attempts == 0 ? .notStarted : result.state.name
}

/// `1 task`, `2,000 tasks`.
func tasks(_ count: Int) -> String { count == 1 ? "1 task" : "\(count.grouped) tasks" }

/// `1 item`, `2,000 items`.
func items(_ count: Int) -> String { count == 1 ? "1 item" : "\(count.grouped) items" }

/// Tells of a deadline that has passed; `nil`: the run's.
func lateness(of task: TaskID?, after limit: Duration) -> String {
    "\(task.map { "\($0)" } ?? "the run") is not done after \(limit.text)"
}

/// `["150,000 rows", "10 rejected"]`; empty for a task that counts none.
func rowsText(_ report: TaskReport?) -> [String] {
    guard let report, let rows = report.rowsOut ?? report.rowsIn else { return [] }
    guard let rejected = report.rejected, rejected > 0 else { return ["\(rows.grouped) rows"] }
    return ["\(rows.grouped) rows", "\(rejected.grouped) rejected"]
}

/// A server's or person's text on one line, with nothing in it that steers a terminal.
func oneLine(_ text: String, _ style: TextStyle) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    // The two signs that our own texts use.
    let plain = style.isASCII ? line.replacing("→", with: "->").replacing("•", with: "*") : line
    return printable(plain, isASCII: style.isASCII)
}

func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
