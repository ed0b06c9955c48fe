package import Configuration
package import Reporting

/// How a sensor looks: for how long, and how often.
package struct WaitPolicy: Hashable, Sendable {
    package var timeout: Duration
    package var poll: Duration
}

/// What must hold of files before they are read.
package struct FileCondition: Hashable, Sendable {
    /// File or pattern, relative to the project's folder.
    package var path: String
    /// Fewest files.
    package var count: Int
    /// Fewest bytes of each.
    package var size: Int
    /// How long all of them must have been as they are: a file that is still written grows.
    package var unchangedFor: Duration?
}

/// A source's own sensor.
package struct WaitDeclaration: Hashable, Sendable {
    package var policy: WaitPolicy
    package var files: FileCondition
    package var span: Span
}

extension WaitPolicy {
    static let fields = [
        Field("timeout", .duration, required: true, example: "1h", doc: "The longest wait; it is never retried."),
        Field("poll", .duration, default: "60s", doc: "Between two looks. While it waits it holds no slot."),
    ]

    init?(_ record: Record) {
        guard let timeout = record.duration("timeout")?.value else { return nil }
        self.timeout = timeout
        poll = record.duration("poll")?.value ?? .seconds(60)
    }
}

extension FileCondition {
    static let fields = [
        Field("files", .integer(1...1_000_000), default: "1", doc: "Fewest files that must be there."),
        Field("size", .size, default: "0", example: "1KiB", doc: "Fewest bytes of each file."),
        Field(
            "unchanged_for", .duration, example: "30s",
            doc: "How long no file may have changed: what is still written grows."),
    ]

    init(path: String, _ record: Record) {
        self.path = path
        count = record.integer(orDefault: "files")
        size = record.size(orDefault: "size")
        unchangedFor = record.duration("unchanged_for")?.value
    }
}

extension WaitDeclaration {
    package static let spec = KindSpec(
        "wait", summary: "Wait for the files of a source before it is read.", shorthand: "timeout"
    ) {
        WaitPolicy.fields
        FileCondition.fields
    }

    init?(_ record: Record, path: String) {
        guard let policy = WaitPolicy(record) else { return nil }
        self.policy = policy
        files = FileCondition(path: path, record)
        span = record.nameSpan
    }
}
