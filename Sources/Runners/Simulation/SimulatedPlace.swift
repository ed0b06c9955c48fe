import DuckDBEngine
import Engines
import Foundation
import LakeStorage

/// A folder for temporary files and an engine that reaches no other.
struct SimulatedPlace: Sendable {
    /// Absolute, with links followed, as the engine compares paths.
    let folder: String
    let lake: FolderLake
    let engine: DuckDB

    init(library: DuckDBLibrary, memory: String?) throws {
        let folder = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath()
            .appending(path: "esteira-simulation-\(UUID().uuidString)").path(percentEncoded: false)
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        self.folder = folder
        lake = FolderLake(root: "\(folder)/lake", durability: .processEnd)
        do {
            // One thread, so that the order of rows is the same each time.
            engine = try DuckDB(
                library: library,
                settings: DuckDBSettings(
                    threads: 1,
                    memoryLimit: memory,
                    temporaryDirectory: folder,
                    preserveInsertionOrder: true
                )
            )
            try engine.session().execute(
                "SET GLOBAL allowed_directories = [\(literal: folder)]; SET GLOBAL enable_external_access = false"
            )
        } catch {
            Self.discard(folder)
            throw error
        }
    }

    func remove() { Self.discard(folder) }

    private static func discard(_ folder: String) {
        try? FileManager.default.removeItem(atPath: folder)  // the system empties its folder for temporary files
    }
}
