/// A growing buffer of COPY bytes: owns its memory.
struct CopyBuffer: ~Copyable {
    private var start: UnsafeMutableRawPointer
    private var capacity: Int
    private var count = 0
    private let pieceSize: Int

    init(pieceSize: Int) {
        self.pieceSize = pieceSize
        capacity = pieceSize + 64 << 10
        start = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { start.deallocate() }

    var isFull: Bool { count >= pieceSize }

    mutating func flush(_ send: (UnsafeRawBufferPointer) throws -> Void) throws {
        try send(UnsafeRawBufferPointer(start: start, count: count))
        count = 0
    }

    mutating func appendHeader() {
        append(Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8))
    }

    /// A field count of -1.
    mutating func appendTrailer() { append([0xFF, 0xFF]) }

    /// Appends rows from `rows` on until all are there or the buffer is full. On refusal `rows` is the refused one.
    mutating func append(
        _ fields: UnsafeBufferPointer<Field>,
        rows row: inout Int,
        upTo end: Int,
        widestRow: Int
    ) throws(Refusal) {
        var cursor = FieldCursor(start + count, column: 0)
        defer { count = cursor.out - start }
        while row < end, cursor.out - start < pieceSize {
            count = cursor.out - start
            reserve(widestRow, &cursor)
            cursor.put(UInt16(truncatingIfNeeded: fields.count))
            for column in 0..<fields.count {
                let field = fields[column]
                if let validity = field.validity, validity[row >> 6] & (1 << UInt64(truncatingIfNeeded: row & 63)) == 0
                {
                    cursor.put(UInt32.max)
                    continue
                }
                cursor.column = column
                switch field.encoding {
                case .text, .jsonb, .bytes:
                    let length = Int(field.data.load(fromByteOffset: row &* 16, as: UInt32.self))
                    guard length < 1 << 30 else { throw Refusal(reason: .tooLong, column: column) }
                    if cursor.out - start + length + widestRow > capacity {
                        count = cursor.out - start
                        reserve(length + widestRow, &cursor)
                    }
                    try cursor.putString(field, row, length)
                default:
                    try cursor.putFixed(field, row)
                }
            }
            row += 1
        }
    }

    /// Makes room for `bytes` more after `count`, and moves the cursor along.
    @inline(__always)
    private mutating func reserve(_ bytes: Int, _ cursor: inout FieldCursor) {
        guard count + bytes > capacity else { return }
        grow(bytes)
        cursor.out = start + count
    }

    private mutating func grow(_ bytes: Int) {
        capacity = max(capacity * 2, count + bytes)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        larger.copyMemory(from: start, byteCount: count)
        start.deallocate()
        start = larger
    }

    private mutating func append(_ bytes: [UInt8]) {
        if count + bytes.count > capacity { grow(bytes.count) }
        bytes.withUnsafeBytes { (start + count).copyMemory(from: $0.baseAddress!, byteCount: $0.count) }  // never empty
        count += bytes.count
    }
}
