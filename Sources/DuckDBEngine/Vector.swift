internal import CDuckDB
internal import Engines
internal import Expressions

/// A column of a chunk, borrowed from it.
struct Vector {
    let data: UnsafeMutableRawPointer
    let validity: UnsafeMutablePointer<UInt64>?
    private let handle: duckdb_vector?
    private let functions: UnsafePointer<duckdb_functions>

    init(_ handle: duckdb_vector?, _ functions: UnsafePointer<duckdb_functions>) {
        self.handle = handle
        self.functions = functions
        guard let data = functions.pointee.vector_get_data(handle) else { preconditionFailure("a vector has memory") }
        self.data = data
        validity = functions.pointee.vector_get_validity(handle)
    }

    func value(_ row: Int, as type: ValueType) -> Value {
        if let validity, validity[row >> 6] & (1 << UInt64(row & 63)) == 0 { return .null }
        switch type {
        case .boolean: return .boolean(loadCell(row, UInt8.self) != 0)
        case .int8: return .integer(Int64(loadCell(row, Int8.self)))
        case .int16: return .integer(Int64(loadCell(row, Int16.self)))
        case .int32: return .integer(Int64(loadCell(row, Int32.self)))
        case .int64: return .integer(loadCell(row, Int64.self))
        case .uint8: return .integer(Int64(loadCell(row, UInt8.self)))
        case .uint16: return .integer(Int64(loadCell(row, UInt16.self)))
        case .uint32: return .integer(Int64(loadCell(row, UInt32.self)))
        case .uint64: return Self.integerValue(loadCell(row, UInt64.self))
        case .int128: return Self.integerValue(loadCell(row, Int128.self))
        case .uint128: return Self.integerValue(loadCell(row, UInt128.self))
        case .float32: return .double(Double(loadCell(row, Float.self)))
        case .float64: return .double(loadCell(row, Double.self))
        case .string: return .string(String(decoding: bytes(row), as: UTF8.self))
        case .binary: return .binary([UInt8](bytes(row)))
        case .date: return .date(loadCell(row, Int32.self))
        case .uuid: return Self.uuidValue(loadCell(row, UInt128.self))
        case .decimal(let layout): return .decimal(decimalText(row, layout))
        case .list(let element): return .list(elements(row, element))
        case .null: return .null
        default: return moment(row, type)
        }
    }

    private func moment(_ row: Int, _ type: ValueType) -> Value {
        let count = loadCell(row, Int64.self)
        return switch type {
        case .timestamptz: .timestamptz(count)
        case .seconds: .timestamp(count * 1_000_000)
        case .milliseconds: .timestamp(count * 1000)
        case .nanoseconds: .timestamp(Int64((Double(count % 1000) / 1000).rounded(.down)) + count / 1000)
        default: .timestamp(count)
        }
    }

    /// Whole numbers beyond 64 bits keep their digits as a decimal.
    private static func integerValue(_ number: some BinaryInteger) -> Value {
        Int64(exactly: number).map(Value.integer) ?? .decimal(String(number))
    }

    /// DuckDB keeps a uuid as a number whose top bit is flipped.
    private static func uuidValue(_ bits: UInt128) -> Value {
        .uuid(UInt64(truncatingIfNeeded: bits >> 64) ^ (1 << 63), UInt64(truncatingIfNeeded: bits))
    }

    private func decimalText(_ row: Int, _ layout: ColumnVector.Layout) -> String {
        switch layout {
        case .decimal16(let scale): Self.digits(Int128(loadCell(row, Int16.self)), scale)
        case .decimal32(let scale): Self.digits(Int128(loadCell(row, Int32.self)), scale)
        case .decimal64(let scale): Self.digits(Int128(loadCell(row, Int64.self)), scale)
        case .decimal128(let scale): Self.digits(loadCell(row, Int128.self), scale)
        default: preconditionFailure("not a decimal layout")
        }
    }

    /// -1250 with a scale of 2 is `-12.50`.
    static func digits(_ unscaled: Int128, _ scale: Int) -> String {
        let plain = String(unscaled.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - plain.count)) + plain
        let sign = unscaled < 0 ? "-" : ""
        return scale == 0 ? sign + padded : "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
    }

    private func elements(_ row: Int, _ type: ValueType) -> [Value] {
        let entry = loadCell(row, duckdb_list_entry.self)
        let child = Vector(functions.pointee.list_vector_get_child(handle), functions)
        return (Int(entry.offset)..<Int(entry.offset + entry.length)).map { child.value($0, as: type) }
    }

    /// The bytes of a string or blob: up to 12 of them inside the element, else behind its pointer.
    private func bytes(_ row: Int) -> UnsafeRawBufferPointer {
        let element = UnsafeRawPointer(data + row * 16)
        let length = Int(element.load(as: UInt32.self))
        let start = length <= 12 ? element + 4 : (element + 8).load(as: UnsafeRawPointer.self)
        return UnsafeRawBufferPointer(start: start, count: length)
    }

    private func loadCell<T: BitwiseCopyable>(_ row: Int, _: T.Type) -> T {
        // Vectors of 16-byte numbers are aligned to 8 only.
        data.loadUnaligned(fromByteOffset: row * MemoryLayout<T>.stride, as: T.self)
    }
}
