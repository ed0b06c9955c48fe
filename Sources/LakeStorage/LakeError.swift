internal import Foundation

/// A lake operation that the file system refused.
package struct LakeError: Error, Hashable, Sendable {
    package enum Operation: String, Hashable, Sendable {
        case locate, stage, publish, discard, list
    }

    package var operation: Operation
    package var path: String
    /// The system's number; nil where we refused ourselves.
    package var code: Int32?
    /// The system's words for the number, or ours.
    package var reason: String
    package var hint: String?

    init(_ operation: Operation, _ path: String, _ reason: String, hint: String? = nil) {
        self.operation = operation
        self.path = path
        self.reason = reason
        self.hint = hint
    }

    init(_ operation: Operation, _ path: String, code: Int32) {
        self.init(operation, path, String(cString: strerror(code)), hint: Self.adviceOn(code))
        self.code = code
    }

    /// What `errno` says after a failed call.
    static func last(_ operation: Operation, _ path: String) -> Self { Self(operation, path, code: errno) }

    private static func adviceOn(_ code: Int32) -> String? {
        switch code {
        case ENOSPC, EDQUOT: "free some space, or put the lake on a larger file system"
        case EACCES, EPERM, EROFS: "give the user who runs this the right to write in the lake's folder"
        case EISDIR, ENOTEMPTY, ENOTDIR: "a file and a folder want the same name: check the lake's layout"
        case EXDEV: "keep '.staging' on the file system of the lake: it must be a folder, not a mount"
        default: nil
        }
    }
}

extension LakeError: CustomStringConvertible {
    package var description: String {
        let text = "cannot \(operation.rawValue) '\(path)': \(reason)"
        guard let hint else { return text }
        return "\(text) (\(hint))"
    }
}
