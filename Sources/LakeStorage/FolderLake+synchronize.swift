internal import Foundation

extension FolderLake {
    /// Makes a folder and those above it, each entered on disk in the one that holds it.
    func makeFolder(_ folder: String, for operation: LakeError.Operation) throws(LakeError) {
        guard mkdir(folder, 0o777) != 0 else { return try enter(folder, for: operation) }
        switch errno {
        case EEXIST:
            return
        case ENOENT where folder != "/":
            try makeFolder(parent(of: folder), for: operation)
            // Another task may have made it meanwhile.
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw .last(operation, folder) }
            try enter(folder, for: operation)
        default:
            throw .last(operation, folder)
        }
    }

    private func enter(_ folder: String, for operation: LakeError.Operation) throws(LakeError) {
        // A staging folder need not survive a power failure.
        if durability == .powerFailure, operation == .publish { try synchronize(parent(of: folder)) }
    }

    func parent(of path: String) -> String {
        let end = path.lastIndex(of: "/") ?? path.startIndex
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    /// Waits until a file's bytes, or a folder's entries, are on the disk.
    func synchronize(_ path: String) throws(LakeError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(.publish, path) }
        defer { close(descriptor) }
        // Some network file systems cannot synchronize a folder and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last(.publish, path) }
    }
}
