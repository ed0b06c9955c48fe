import Foundation

/// The last part of a path or pattern, as the name of one file.
func fileName(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? "file"
    return last.map { "*?[]".contains($0) ? "_" : String($0) }.joined()
}

func makeFolder(of path: String) throws {
    try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(),
        withIntermediateDirectories: true
    )
}
