/// What was written.
package struct GeneratedFile: Hashable, Sendable {
    /// Lines after the header.
    package var rows: Int
    /// As they stand in the file, so after compression.
    package var bytes: Int

    package init(rows: Int, bytes: Int) {
        self.rows = rows
        self.bytes = bytes
    }
}

/// A file that could not be written.
package struct GenerationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// `open`, `write`, `rename`.
    package var operation: String
    package var path: String
    /// The system's `errno`.
    package var code: Int32

    package init(operation: String, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    package var description: String { "cannot \(operation) '\(path)' (errno \(code))" }
}
