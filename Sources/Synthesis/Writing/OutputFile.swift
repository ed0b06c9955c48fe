import Foundation

/// A file written under another name beside its place, which it takes when complete. Devices and pipes are written to
/// as they are, never replaced.
struct OutputFile: ~Copyable {
    private let path: String
    private let partial: String
    private let descriptor: Int32
    private var isInPlace = false

    /// Makes the folders on the way.
    init(_ path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        var status = stat()
        let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        let partial =
            isSpecial
            ? path
            : url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).partial").path
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw GenerationError(operation: "open", path: path, code: errno) }
        self.path = path
        self.partial = partial
        self.descriptor = descriptor
    }

    borrowing func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw GenerationError(operation: "write", path: path, code: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    consuming func putInPlace() throws {
        if partial == path { return }
        guard rename(partial, path) == 0 else { throw GenerationError(operation: "rename", path: path, code: errno) }
        isInPlace = true
    }

    /// A file that was not completed leaves nothing behind.
    deinit {
        close(descriptor)
        if !isInPlace, partial != path { unlink(partial) }
    }
}
