import Foundation
package import Reporting

/// What the file system refused, in a sentence for people.
package struct FileFailure {
    /// Nil where it names none.
    private let path: String?
    private let reason: String

    /// Nil for what is no failure of files.
    package init?(_ error: any Error) {
        guard let failure = error as? CocoaError else { return nil }
        path = failure.filePath ?? failure.url?.path(percentEncoded: false)
        reason = Self.reason(failure)
    }

    package var message: Message {
        path.map { "'\($0)' could not be read or written: \(reason)" }
            ?? "a file could not be read or written: \(reason)"
    }

    /// In the words of the system.
    package static func reason(_ error: any Error) -> String {
        guard let failure = error as? CocoaError else { return "\(error)" }
        if let system = failure.underlying as? POSIXError { return words(system.code.rawValue) }
        return switch failure.code {
        case .fileReadNoPermission, .fileWriteNoPermission: words(EACCES)
        case .fileNoSuchFile, .fileReadNoSuchFile: words(ENOENT)
        case .fileWriteVolumeReadOnly: words(EROFS)
        case .fileWriteOutOfSpace: words(ENOSPC)
        case .fileWriteFileExists: words(EEXIST)
        default: "code \(failure.code.rawValue)"
        }
    }

    private static func words(_ number: Int32) -> String { String(cString: strerror(number)).lowercased() }
}
