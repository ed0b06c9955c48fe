/// Some bytes of a file on their way to it. The memory is used again for later pieces, since fresh memory costs the
/// system more time than the lines in it cost us.
struct Piece: Sendable {
    private var bytes: [UInt8]
    private var used: Int

    init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
        used = bytes.count
    }

    var content: ArraySlice<UInt8> { bytes[..<used] }

    /// `write` has room for so many bytes and gives how many it wrote.
    mutating func fill(room: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        if bytes.count < room { bytes = Array(repeating: 0, count: room + room / 8) }
        used = bytes.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return write(start)
        }
    }
}
