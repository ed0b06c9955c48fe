internal import Foundation

extension FolderLake {
    /// Stages a small file with these bytes.
    package func stage(_ bytes: [UInt8], as relative: String, run: String) throws(LakeError) {
        let path = try stage(relative, run: run)
        guard let file = fopen(path, "w") else { throw .last(.stage, path) }
        let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
        let code = errno
        // Closing writes what is left, and fails where there is no room for it.
        guard fclose(file) == 0 else { throw .last(.stage, path) }
        guard isWritten else { throw LakeError(.stage, path, code: code) }
    }

    /// Takes a published file away. Nothing there is fine.
    package func withdraw(_ relative: String) throws(LakeError) {
        let path = try location(of: relative)
        guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else { throw .last(.discard, path) }
    }
}
