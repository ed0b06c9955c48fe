import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A process, told apart from a later one that was given the same number.
package struct ProcessIdentity: Sendable, Hashable {
    package var pid: Int32
    package var host: String
    /// Changes with each start of the machine; empty where the system does not tell.
    package var boot: String
    /// The kernel's count of ticks at the process's start; empty where the system does not tell.
    package var start: String

    package init(pid: Int32, host: String, boot: String, start: String) {
        self.pid = pid
        self.host = host
        self.boot = boot
        self.start = start
    }

    package static let current: ProcessIdentity = {
        let pid = getpid()
        return ProcessIdentity(
            pid: pid,
            host: ProcessInfo.processInfo.hostName,
            boot: systemText("/proc/sys/kernel/random/boot_id").trimmingCharacters(in: .whitespacesAndNewlines),
            start: startTicks(of: pid)
        )
    }()

    /// Whether the process runs on the machine of `self`; `nil` when that is another machine.
    package func isAlive(seenFrom observer: ProcessIdentity = .current) -> Bool? {
        guard host == observer.host else { return nil }
        guard boot == observer.boot else { return false }
        // EPERM: it lives, and belongs to somebody else.
        guard kill(pid, 0) == 0 || errno == EPERM else { return false }
        return start.isEmpty || start == Self.startTicks(of: pid)
    }

    /// Field 22 of `/proc/PID/stat`; counted from behind the command's name, which may hold spaces and brackets.
    private static func startTicks(of pid: Int32) -> String {
        let fields = systemText("/proc/\(pid)/stat").split(separator: ")").last?.split(separator: " ")
        guard let fields, fields.count > 19 else { return "" }
        return String(fields[19])
    }

    /// Empty where there is no such file, as on systems without `/proc`.
    private static func systemText(_ path: String) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}
