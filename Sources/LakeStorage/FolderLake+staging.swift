internal import Foundation

extension FolderLake {
    /// Removes what a run staged and did not publish. Nothing there is fine.
    package func discard(run: String) throws(LakeError) {
        let folder = try stagingFolder(of: run)
        guard FileManager.default.fileExists(atPath: folder) else { return }
        try refuseEscape(of: folder)
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            throw LakeError(.discard, folder, error.localizedDescription)
        }
    }

    /// Runs that have something staged, by name.
    package func stagedRuns() throws(LakeError) -> [String] {
        guard FileManager.default.fileExists(atPath: stagingRoot) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: stagingRoot).sorted()
        } catch {
            throw LakeError(.list, stagingRoot, error.localizedDescription)
        }
    }

    /// Removes what killed runs left behind.
    ///
    /// - Parameters:
    ///   - runs: those that may still be at work.
    ///   - cutoff: nanoseconds since 1970; whoever changed something since then is spared too. nil: nobody is.
    /// - Returns: the runs whose leftovers are gone.
    @discardableResult
    package func removeStale(
        keeping runs: Set<String> = [],
        changedSince cutoff: Int64? = nil
    ) throws(LakeError) -> [String] {
        var removed: [String] = []
        for run in try stagedRuns() where !runs.contains(run) {
            if let cutoff, try lastChange(of: run) >= cutoff { continue }
            try discard(run: run)
            removed.append(run)
        }
        return removed
    }

    /// The newest change of any file or folder that the run staged.
    private func lastChange(of run: String) throws(LakeError) -> Int64 {
        let folder = try stagingFolder(of: run)
        guard let below = FileManager.default.subpaths(atPath: folder) else { return 0 }  // gone meanwhile
        return (below.map { "\(folder)/\($0)" } + [folder]).reduce(0) { latest, path in
            var status = stat()
            return lstat(path, &status) == 0 ? max(latest, status.modifiedNanoseconds) : latest
        }
    }
}

extension stat {
    /// Since 1970-01-01 00:00 UTC.
    var modifiedNanoseconds: Int64 {
        #if canImport(Darwin)
            let time = st_mtimespec
        #else
            let time = st_mtim
        #endif
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension FolderLake {
    /// Gives a file that was written in the staging its name there: whoever looks for it finds a whole file or none,
    /// although a killed process may leave half of what it wrote.
    package func completeStaged(_ written: String, as staged: String) throws(LakeError) {
        guard rename(written, staged) == 0 else { throw .last(.stage, staged) }
    }
}
