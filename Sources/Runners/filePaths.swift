import Foundation
package import Kinds
package import Planning

/// Absolute paths of the files that a path or a pattern with `*` and `?` names, sorted. Folders do not count, and what is
/// in an unreadable one is as good as missing.
package func filePaths(matching pattern: String, in folder: ProjectFolder) -> [String] {
    let absolute = folder.absolute(pattern)
    guard pattern.contains("*") || pattern.contains("?") else {
        return isFile(absolute) ? [absolute] : []
    }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(absolute, 0, nil, &found) == 0 else { return [] }
    let paths = (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    return paths.filter(isFile).sorted()
}

private func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
}

/// What the file system tells of them, without opening one.
package func fileFacts(matching pattern: String, in folder: ProjectFolder) -> [FileFact] {
    filePaths(matching: pattern, in: folder).compactMap { path in
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        return FileFact(path: folder.relative(path), bytes: Int(status.st_size), modified: modified)
    }
}
