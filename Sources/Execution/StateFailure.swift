import Foundation
import GRDB

/// The file that holds the state of runs could not be made or written: the machine's fault, not ours.
package struct StateFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    package let path: String
    /// The system's words.
    package let reason: String
    package let hint: String

    /// nil: the error says nothing about the machine.
    init?(_ error: any Error, path: String) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let space = "the disk is full or fails: free some space for '\(folder)', then run again"
        let rights = "give the user who runs this the right to write in '\(folder)'"
        switch error {
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_FULL, .SQLITE_IOERR: hint = space
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: hint = rights
            case .SQLITE_NOTADB, .SQLITE_CORRUPT:
                hint =
                    "it is damaged: move it away, the next run makes a new one; tasks are done again, and loads are known to the warehouse"
            default: return nil
            }
            reason = error.message ?? error.resultCode.description
        case let error as CocoaError:
            guard let code = (error.underlying as? POSIXError)?.code.rawValue else { return nil }
            hint = [ENOSPC, EDQUOT].contains(code) ? space : rights
            reason = String(cString: strerror(code))
        default:
            return nil
        }
        self.path = path
    }

    package var description: String { "cannot write the state of runs in '\(path)': \(reason) (\(hint))" }
}
