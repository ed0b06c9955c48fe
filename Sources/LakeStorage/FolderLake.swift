internal import Foundation

/// A lake in a folder. Files are written beside the published ones, in `.staging/RUN/` of the same root, and
/// published by a rename: whoever reads sees the old file or the new one, never half of one.
package struct FolderLake: Hashable, Sendable {
    /// Absolute.
    package let root: String
    package let durability: Durability

    /// What a published file survives.
    package enum Durability: String, Hashable, Sendable {
        /// A power failure: file and folder reach the disk before `publish` returns.
        case powerFailure
        /// The end of the process; after a power failure the newest files may be gone or empty.
        case processEnd
    }

    package init(root: String, durability: Durability = .powerFailure) {
        self.root = URL(fileURLWithPath: root).standardizedFileURL.path
        self.durability = durability
    }

    /// Where a published file is or will be. Refuses what leads out of the root, also through a symbolic link.
    package func location(of relative: String) throws(LakeError) -> String {
        let location = "\(root)/\(try LakePath(relative).text)"
        try refuseEscape(of: location)
        return location
    }

    /// Where to write a file that `publish` will bring to its place. Its folder is there afterwards.
    ///
    /// - Parameter run: names the run that cleans up; one folder name.
    package func stage(_ relative: String, run: String) throws(LakeError) -> String {
        let staged = try stagedLocation(of: relative, run: run)
        try makeFolder(parent(of: staged), for: .stage)
        try refuseEscape(of: staged)
        return staged
    }

    /// Where a file lies that the run staged and did not publish yet; nil where there is none.
    package func staged(_ relative: String, run: String) throws(LakeError) -> String? {
        let staged = try stagedLocation(of: relative, run: run)
        return exists(staged) ? staged : nil
    }

    /// Brings a staged file to its place, over an older one if there is one.
    @discardableResult
    package func publish(_ relative: String, run: String) throws(LakeError) -> PublishedFile {
        let staged = try stagedLocation(of: relative, run: run)
        let target = try location(of: relative)
        if durability == .powerFailure { try synchronize(staged) }
        try makeFolder(parent(of: target), for: .publish)
        guard rename(staged, target) == 0 else { throw .last(.publish, target) }
        if durability == .powerFailure { try synchronize(parent(of: target)) }
        guard let file = try published(relative) else { throw LakeError(.publish, target, code: ENOENT) }
        return file
    }

    /// The published file; nil where there is none.
    package func published(_ relative: String) throws(LakeError) -> PublishedFile? {
        let location = try location(of: relative)
        var status = stat()
        guard stat(location, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .last(.locate, location)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return PublishedFile(
            path: relative,
            location: location,
            bytes: Int(status.st_size),
            modifiedNanoseconds: status.modifiedNanoseconds
        )
    }

    /// All published files in a folder of the lake and below, by path.
    package func list(_ folder: String) throws(LakeError) -> [PublishedFile] {
        let location = try location(of: folder)
        guard FileManager.default.fileExists(atPath: location) else { return [] }
        let paths: [String]
        do {
            paths = try FileManager.default.subpathsOfDirectory(atPath: location)
        } catch {
            throw LakeError(.list, location, error.localizedDescription)
        }
        var files: [PublishedFile] = []
        for path in paths.sorted() where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            if let file = try published("\(folder)/\(path)") { files.append(file) }
        }
        return files
    }

    // MARK: Paths

    var stagingRoot: String { "\(root)/.staging" }

    func stagingFolder(of run: String) throws(LakeError) -> String {
        guard !run.contains("/") else { throw LakeError(.stage, run, "a run's name must not hold a '/'") }
        return "\(stagingRoot)/\(try LakePath(run).text)"
    }

    private func stagedLocation(of relative: String, run: String) throws(LakeError) -> String {
        "\(try stagingFolder(of: run))/\(try LakePath(relative).text)"
    }

    /// What exists of the path must lie in the root once links are followed.
    func refuseEscape(of location: String) throws(LakeError) {
        guard let realRoot = realPath(root) else { return }  // nothing exists yet, so no link does
        var place = location
        while place != root, !exists(place) { place = parent(of: place) }
        guard let real = realPath(place), real == realRoot || real.hasPrefix(realRoot + "/") else {
            throw LakeError(
                .locate,
                location,
                "a symbolic link leads out of the lake",
                hint: "move the files into '\(root)'"
            )
        }
    }

    /// True also for a link that leads nowhere.
    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

/// A file that readers see.
package struct PublishedFile: Hashable, Sendable {
    /// Relative to the lake.
    package let path: String
    /// Absolute.
    package let location: String
    package let bytes: Int
    /// Since 1970-01-01 00:00 UTC.
    package let modifiedNanoseconds: Int64
}
