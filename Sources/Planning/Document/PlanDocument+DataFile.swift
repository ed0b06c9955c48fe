import Foundation
import Reporting

extension PlanDocument {
    /// A file that a task reads, as it was when the plan was made.
    package struct DataFile: Hashable, Sendable, Codable {
        /// In the project.
        package var path: String
        package var bytes: Int
        /// Nanoseconds since 1970-01-01 UTC.
        package var modified: Int64
        /// SHA-256 of the content: all of it up to `wholeUpTo` bytes, of longer files the first and the last half of that.
        package var digest: String

        /// Bytes; what lies between the ends of longer files is vouched for by size and time of change alone.
        package static let wholeUpTo = 8 << 20

        package init(path: String, bytes: Int, modified: Int64, digest: String) {
            self.path = path
            self.bytes = bytes
            self.modified = modified
            self.digest = digest
        }

        var isDigestedWhole: Bool { bytes <= Self.wholeUpTo }

        /// The same content, as far as was looked. Whoever copies a file anew changes its time and nothing else.
        package func isSame(as other: DataFile) -> Bool {
            path == other.path && bytes == other.bytes && digest == other.digest
                && (isDigestedWhole || modified == other.modified)
        }
    }
}

extension PlanDocument.DataFile {
    /// Reads the file.
    ///
    /// - Parameter location: absolute path.
    package init(_ fact: FileFact, at location: String) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: location))
        defer { try? file.close() }  // nothing was written
        let half = Self.wholeUpTo / 2
        var hash = SHA256()
        if fact.bytes <= Self.wholeUpTo {
            hash.update(try file.read(upToCount: Self.wholeUpTo) ?? Data())  // none: an empty file
        } else {
            hash.update(try file.read(upToCount: half) ?? Data())
            try file.seek(toOffset: UInt64(fact.bytes - half))
            hash.update(try file.read(upToCount: half) ?? Data())
        }
        self.init(path: fact.path, bytes: fact.bytes, modified: fact.modified, digest: hexadecimal(hash.finalized()))
    }
}

extension PlanDocument {
    /// Files that have come, gone or changed since this plan was made.
    package func drift(data: [DataFile]) -> [PlanDrift] {
        guard let planned = inputs.data else { return [] }
        let was = Dictionary(planned.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        let now = Dictionary(data.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        return Set(was.keys).union(now.keys).sorted().compactMap { path in
            switch (was[path], now[path]) {
            case (nil, _): PlanDrift(rule: .planDataChanged, message: "input '\(path)' is new since the plan")
            case (_, nil): PlanDrift(rule: .planDataChanged, message: "input '\(path)' is gone since the plan")
            case (let old?, let new?) where old.bytes != new.bytes:
                PlanDrift(
                    rule: .planDataChanged,
                    message: "input '\(path)' has \(new.bytes) bytes, in the plan \(old.bytes)")
            case (let old?, let new?):
                old.isSame(as: new)
                    ? nil : PlanDrift(rule: .planDataChanged, message: "input '\(path)' has changed since the plan")
            }
        }
    }
}
