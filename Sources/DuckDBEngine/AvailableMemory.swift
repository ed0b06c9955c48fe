internal import Foundation

/// How much memory this process may use: the machine's, or less where a container's control group says so.
enum AvailableMemory {
    /// Bytes.
    static var total: UInt64 {
        controlGroupLimits.reduce(ProcessInfo.processInfo.physicalMemory, min)
    }

    /// Limits of version 2 and version 1 control groups; none outside of Linux.
    private static var controlGroupLimits: [UInt64] {
        let root = "/sys/fs/cgroup"
        let own = controlFileLine(of: "/proc/self/cgroup").flatMap { $0.split(separator: ":").last } ?? "/"
        return ["\(root)/memory.max", "\(root)\(own)/memory.max", "\(root)/memory/memory.limit_in_bytes"]
            .compactMap { controlFileLine(of: $0).flatMap { UInt64($0) } }  // "max" is no limit
    }

    private static func controlFileLine(of path: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }  // absent: no limit
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }
}
