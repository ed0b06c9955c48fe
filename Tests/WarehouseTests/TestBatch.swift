import Engines
import Expressions

/// Columns in the engine's memory layout, made by hand; nil is null.
enum TestColumn {
    case bool([UInt8?])
    case int16([Int16?])
    case int32([Int32?])
    case int64([Int64?])
    case int128([Int128?])
    case double([Double?])
    case date([Int32?])
    case timestamp([Int64?])
    case timestamptz([Int64?])
    /// As its 128 bits, first byte highest.
    case uuid([UInt128?])
    case text([String?])
    case json([String?])
    case binary([[UInt8]?])
    case decimal16([Int16?], scale: Int)
    case decimal32([Int32?], scale: Int)
    case decimal64([Int64?], scale: Int)
    case decimal128([Int128?], scale: Int)
}

/// Lends the columns as one batch; their memory goes with the call.
func withBatch<Success>(
    _ columns: [TestColumn],
    _ body: (borrowing ColumnBatch) throws -> Success
) rethrows -> Success {
    let arena = Arena()
    let vectors = columns.map(arena.vector)
    let rowCount = arena.rowCount
    return try withExtendedLifetime(arena) { try body(ColumnBatch(rowCount: rowCount, columns: vectors)) }
}

private final class Arena {
    private var blocks: [UnsafeMutableRawPointer] = []
    private(set) var rowCount = 0

    deinit { for block in blocks { block.deallocate() } }

    func vector(_ column: TestColumn) -> ColumnVector {
        switch column {
        case .bool(let values): fixed(values, .boolean, .bool8)
        case .int16(let values): fixed(values, .int, .int16)
        case .int32(let values): fixed(values, .int, .int32)
        case .int64(let values): fixed(values, .bigint, .int64)
        case .int128(let values): fixed(values, .decimal(precision: 38, scale: 0), .int128)
        case .double(let values): fixed(values, .double, .float64)
        case .date(let values): fixed(values, .date, .date32)
        case .timestamp(let values): fixed(values, .timestamp, .micros64)
        case .timestamptz(let values): fixed(values, .timestamptz, .micros64)
        case .uuid(let values): fixed(values.map { $0.map { $0 ^ (1 << 127) } }, .uuid, .uuid128)
        case .text(let values): strings(values.map { $0.map { Array($0.utf8) } }, .string)
        case .json(let values): strings(values.map { $0.map { Array($0.utf8) } }, .json)
        case .binary(let values): strings(values, .binary)
        case .decimal16(let values, let scale):
            fixed(values, .decimal(precision: 4, scale: scale), .decimal16(scale: scale))
        case .decimal32(let values, let scale):
            fixed(values, .decimal(precision: 9, scale: scale), .decimal32(scale: scale))
        case .decimal64(let values, let scale):
            fixed(values, .decimal(precision: 18, scale: scale), .decimal64(scale: scale))
        case .decimal128(let values, let scale):
            fixed(values, .decimal(precision: 38, scale: scale), .decimal128(scale: scale))
        }
    }

    private func fixed<Number: BitwiseCopyable>(
        _ values: [Number?],
        _ type: DataType,
        _ layout: ColumnVector.Layout
    ) -> ColumnVector {
        let size = MemoryLayout<Number>.size
        let data = allocate(values.count * size)
        for (row, value) in values.enumerated() {
            if let value { data.storeBytes(of: value, toByteOffset: row * size, as: Number.self) }
        }
        return ColumnVector(type: type, layout: layout, data: data, validity: validity(values.map { $0 != nil }))
    }

    private func strings(_ values: [[UInt8]?], _ type: DataType) -> ColumnVector {
        let data = allocate(values.count * 16)
        for (row, value) in values.enumerated() {
            guard let value else { continue }
            let place = data + row * 16
            place.storeBytes(of: UInt32(value.count), as: UInt32.self)
            if value.count <= 12 {
                (place + 4).copyMemory(from: value, byteCount: value.count)
            } else {
                let text = allocate(value.count)
                text.copyMemory(from: value, byteCount: value.count)
                (place + 4).copyMemory(from: value, byteCount: 4)
                place.storeBytes(of: UInt(bitPattern: text), toByteOffset: 8, as: UInt.self)
            }
        }
        return ColumnVector(type: type, layout: .string16, data: data, validity: validity(values.map { $0 != nil }))
    }

    private func validity(_ isValid: [Bool]) -> UnsafePointer<UInt64>? {
        rowCount = isValid.count
        guard isValid.contains(false) else { return nil }
        let words = allocate((isValid.count + 63) / 64 * 8).bindMemory(
            to: UInt64.self,
            capacity: (isValid.count + 63) / 64
        )
        for (row, valid) in isValid.enumerated() where valid { words[row >> 6] |= 1 << UInt64(row & 63) }
        return UnsafePointer(words)
    }

    private func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
        let block = UnsafeMutableRawPointer.allocate(byteCount: max(16, bytes), alignment: 16)
        block.initializeMemory(as: UInt8.self, repeating: 0, count: max(16, bytes))
        blocks.append(block)
        return block
    }
}
