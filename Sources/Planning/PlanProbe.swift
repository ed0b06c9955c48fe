package import Algebra
package import Expressions
package import Kinds

/// What planning may ask of the world: reads only, and each may be missing.
package struct PlanProbe {
    /// Columns of a query over empty tables; nil without an engine.
    package var bind: (Query) -> Result<RowType, QueryFault>?
    /// Columns of the files of a pattern, by the files themselves; nil without an engine or a file.
    package var columns: (IngestPattern) -> RowType?
    /// Files of a pattern, sorted by path, relative to the project's folder.
    package var files: (String) -> [FileFact]
    /// What earlier runs of the pipeline, with the same profile and parameters, completed: by task id.
    package var ledger: [String: CompletedTask]
    /// Whether a path of the lake holds a published file.
    package var isPublished: (String) -> Bool
    /// Milliseconds that tasks took in earlier runs of the same place, latest first: by task id.
    package var durations: [String: [Int]]
    /// What the last runs of the same place took at the most, latest first.
    package var usages: [EarlierUsage]

    package init(
        bind: @escaping (Query) -> Result<RowType, QueryFault>? = { _ in nil },
        columns: @escaping (IngestPattern) -> RowType? = { _ in nil },
        files: @escaping (String) -> [FileFact] = { _ in [] },
        ledger: [String: CompletedTask] = [:],
        isPublished: @escaping (String) -> Bool = { _ in false },
        durations: [String: [Int]] = [:],
        usages: [EarlierUsage] = []
    ) {
        self.bind = bind
        self.columns = columns
        self.files = files
        self.ledger = ledger
        self.isPublished = isPublished
        self.durations = durations
        self.usages = usages
    }
}

/// What a run took of its machine at the most, in bytes.
package struct EarlierUsage: Hashable, Sendable {
    package var memory: Int
    /// Written to disk because it did not fit into memory.
    package var spill: Int

    package init(memory: Int, spill: Int) {
        self.memory = memory
        self.spill = spill
    }
}

package struct IngestPattern: Hashable, Sendable {
    package var path: String
    package var format: FileFormat
}

/// A file as the file system tells it, without reading it.
package struct FileFact: Hashable, Sendable {
    package var path: String
    package var bytes: Int
    /// Nanoseconds since 1970-01-01 UTC.
    package var modified: Int64

    package init(path: String, bytes: Int, modified: Int64) {
        self.path = path
        self.bytes = bytes
        self.modified = modified
    }
}

/// A task as an earlier run completed it.
package struct CompletedTask: Hashable, Sendable {
    package var fingerprint: String
    /// Fingerprint of the task's own definition, without its inputs.
    package var definition: String?
    /// The definition in lines for people; nil where the run kept none.
    package var outline: DefinitionOutline?
    package var rowsOut: Int?
    /// Written.
    package var bytes: Int?
    /// Bytes sent to a server.
    package var sent: Int?
    /// Name of the run that completed it.
    package var run: String?

    package init(
        fingerprint: String, definition: String?, outline: DefinitionOutline? = nil, rowsOut: Int?, bytes: Int? = nil,
        sent: Int? = nil, run: String? = nil
    ) {
        self.fingerprint = fingerprint
        self.definition = definition
        self.outline = outline
        self.rowsOut = rowsOut
        self.bytes = bytes
        self.sent = sent
        self.run = run
    }
}
