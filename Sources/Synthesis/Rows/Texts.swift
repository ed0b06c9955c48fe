/// Texts of a run of rows, one after the other in one buffer of UTF-8.
struct Texts: Sendable {
    private(set) var bytes: [UInt8] = []
    /// For each text the place after its last byte.
    private(set) var ends: [Int] = []

    init(capacity: Int = 0) { ends.reserveCapacity(capacity) }

    var count: Int { ends.count }

    func range(_ row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

    subscript(row: Int) -> ArraySlice<UInt8> { bytes[range(row)] }

    func texts(at places: [Int]) -> Texts {
        var picked = Texts(capacity: places.count)
        for place in places {
            picked.add(self[place])
            picked.close()
        }
        return picked
    }

    /// Adds to the text that is being written.
    mutating func add(_ part: some Sequence<UInt8>) { bytes.append(contentsOf: part) }

    mutating func add(_ byte: UInt8) { bytes.append(byte) }

    /// Writes at most `width` bytes through a pointer; `write` gives the place after the last.
    mutating func add(
        atMost width: Int,
        _ write: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width) { room in
            guard let start = room.baseAddress else { return }
            let written = write(start) - start
            bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: written))
        }
    }

    /// Takes back the last byte of the text that is being written.
    mutating func removeLastByte() { bytes.removeLast() }

    /// Bytes of the text that is being written.
    var openLength: Int {
        guard let start = ends.last else { return bytes.count }
        return bytes.count - start
    }

    /// The text that was being written is complete.
    mutating func close() { ends.append(bytes.count) }
}
