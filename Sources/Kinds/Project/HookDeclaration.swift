package import Configuration
package import Reporting

/// Whom to tell of a run, and how.
package struct HookDeclaration: Sendable {
    package var event: Event
    package var action: Action
    package var attempts: Int
    package var timeout: Duration
    package var span: Span

    package init(event: Event, action: Action, attempts: Int, timeout: Duration, span: Span) {
        self.event = event
        self.action = action
        self.attempts = attempts
        self.timeout = timeout
        self.span = span
    }

    package enum Event: String, Sendable, CaseIterable {
        case success = "on_success"
        case failure = "on_failure"
        /// A deadline has passed.
        case late = "on_late"
    }

    package enum Action: Sendable {
        /// The run as JSON is posted to the profile's webhook of this name.
        case webhook(Text)
        /// Program and arguments, without a shell; the run as JSON is its standard input.
        case command([Text])
    }
}

extension HookDeclaration {
    private static let hookSpec = KindSpec(
        "hook", summary: "Whom to tell, and how.", exactlyOne: [["webhook", "command"]]
    ) {
        Field("webhook", .string, example: "alerts", doc: "A webhook of the profile; the run is posted to it, as JSON.")
        Field(
            "command", .list(.string), example: "[scripts/alert, data-platform]",
            doc:
                "A program and its arguments, started in the project's folder without a shell; the run is its standard input, as JSON."
        )
        Field(
            "attempts", .integer(1...20), default: "3",
            doc: "Attempts in all; the waits between double from a second on.")
        Field("timeout", .duration, default: "10s", doc: "The longest an attempt may take.")
    }
    package static let spec = KindSpec("hooks", summary: "Whom a run tells how it went.") {
        Field("on_success", .oneOrMany(.record(hookSpec)), doc: "After a run in which nothing failed.")
        Field(
            "on_failure", .oneOrMany(.record(hookSpec)),
            doc: "After a run in which something failed, or that was interrupted.")
        Field("on_late", .oneOrMany(.record(hookSpec)), doc: "As soon as a `deadline` has passed.")
    }

    static func hooks(_ record: Record) -> [HookDeclaration] {
        Event.allCases.flatMap { event in
            record.records(event.rawValue).compactMap { HookDeclaration(event, $0) }
        }
    }

    private init?(_ event: Event, _ record: Record) {
        if let name = record.text("webhook") {
            action = .webhook(name)
        } else if record.has("command"), !record.texts("command").isEmpty {
            action = .command(record.texts("command"))
        } else {
            return nil
        }
        self.event = event
        attempts = record.integer(orDefault: "attempts")
        timeout = record.duration("timeout")?.value ?? .seconds(10)
        span = record.span
    }
}
