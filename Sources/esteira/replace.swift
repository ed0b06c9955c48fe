import Foundation
import Reporting

/// Puts other bytes into a file in one step, so that nobody reads half of it; its permissions stay.
///
/// - Parameter folder: the file, or what it is a link to, must lie in it.
func replace(_ path: String, with bytes: [UInt8], inside folder: String) throws {
    let place = try placeToWrite(path, inside: folder)
    let permissions = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions]
    try Data(bytes).write(to: URL(filePath: place), options: .atomic)
    if let permissions {
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: place)
    }
}

/// Where the bytes of a file lie, which links may lead to; throws where they lead out of a folder.
@discardableResult
func placeToWrite(_ path: String, inside folder: String) throws(CannotStart) -> String {
    let place = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
    var root = URL(filePath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    if !root.hasSuffix("/") { root += "/" }
    guard place.hasPrefix(root) else {
        throw CannotStart("'\(path)' leads out of the project, to '\(place)'; it was left as it is")
    }
    return place
}
