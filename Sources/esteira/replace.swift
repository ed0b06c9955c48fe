import Foundation

/// Puts other bytes into a file in one step, so that nobody reads half of it; its permissions stay.
func replace(_ path: String, with bytes: [UInt8]) throws {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    let permissions = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions]
    try Data(bytes).write(to: url, options: .atomic)
    if let permissions {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: url.path)
    }
}
