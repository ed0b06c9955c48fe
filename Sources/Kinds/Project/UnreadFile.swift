import Configuration
import Foundation
package import Reporting

/// A file of a project that is there and has no text to read.
package struct UnreadFile: Error, Sendable {
    /// Relative to the project's folder.
    package let path: String
    /// What it is instead.
    package let reason: Reason

    package enum Reason: Sendable {
        /// A folder where a file belongs.
        case folder
        /// A file where a folder belongs.
        case noFolder
        /// A pipe, a socket or a device, which may never end.
        case special
        /// Asked for by name, and not there.
        case missing
        /// A link to nothing.
        case dangling
        /// In the words of the system.
        case refused(String)
    }

    package init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    package var finding: Diagnostic { Diagnostic(.unreadFile, message, at: .startOf(path), help: help) }

    package var message: Message {
        switch reason {
        case .folder: "'\(path)' is a folder, not a file"
        case .noFolder: "'\(path)' is a file, not a folder"
        case .special: "'\(path)' is no ordinary file"
        case .missing: "there is no '\(path)'"
        case .dangling: "'\(path)' is a link to a file that is not there"
        case .refused(let words): "'\(path)' cannot be read: \(words)"
        }
    }

    private var help: Message? {
        switch reason {
        case .folder, .special: "give it another name, or move it out of the folders that the project reads"
        case .noFolder: "give it another name, and make a folder of this one"
        case .missing: nil
        case .dangling: "remove the link, or make what it leads to"
        case .refused: "change the rights of the file or the folder, or move it out of the project"
        }
    }
}

/// What lies at a path.
enum PlaceOnDisk {
    case file, folder, special, dangling, nothing
    /// In the words of the system.
    case unknown(String)

    init(_ path: String) {
        var status = stat()
        guard stat(path, &status) != 0 else {
            self =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                default: .special
                }
            return
        }
        let reason = errno
        guard reason == ENOENT || reason == ENOTDIR else {
            self = .unknown(String(cString: strerror(reason)).lowercased())
            return
        }
        self = lstat(path, &status) == 0 ? .dangling : .nothing
    }
}
