/// Writes one field after another into room that its user has made. All numbers big-endian.
struct FieldCursor {
    var out: UnsafeMutableRawPointer
    /// The column being written, for refusals.
    var column: Int

    init(_ out: UnsafeMutableRawPointer, column: Int) {
        self.out = out
        self.column = column
    }

    @inline(__always)
    mutating func put<Number: FixedWidthInteger>(_ number: Number) {
        out.storeBytes(of: number.bigEndian, as: Number.self)
        out += MemoryLayout<Number>.size
    }

    /// A length, then a number of that length.
    @inline(__always)
    private mutating func putField<Number: FixedWidthInteger>(_ number: Number) {
        put(UInt32(truncatingIfNeeded: MemoryLayout<Number>.size))
        put(number)
    }

    /// Every value whose size is known beforehand.
    @inline(__always)
    mutating func putFixed(_ field: Field, _ row: Int) throws(Refusal) {
        let data = field.data
        switch field.encoding {
        case .boolean: putField(data.load(fromByteOffset: row, as: UInt8.self))
        case .integer4: putField(data.load(fromByteOffset: row &* 4, as: UInt32.self))
        case .integer8, .double: putField(data.load(fromByteOffset: row &* 8, as: UInt64.self))
        case .date: putField(try postgresDays(data.load(fromByteOffset: row &* 4, as: Int32.self)))
        case .timestamp: putField(try micros(data.load(fromByteOffset: row &* 8, as: Int64.self)))
        case .uuid: putUUID(data + row &* 16)
        case .uuidAsText: putUUIDText(data + row &* 16)
        case .textAsUUID: try putParsedUUID(data + row &* 16)
        case .numeric(.eight, let scale): putNumeric(data.load(fromByteOffset: row &* 8, as: Int64.self), scale)
        case .numeric(let width, let scale): putNumeric(loadedInteger(data, row, width), scale)
        case .integer(let source, let target): try putInteger(loadedInteger(data, row, source), target)
        case .integerAsDouble(let source): putField(Double(loadedInteger(data, row, source)).bitPattern)
        case .text, .jsonb, .bytes: preconditionFailure("written by putString")
        }
    }

    private func loadedInteger(_ data: UnsafeRawPointer, _ row: Int, _ width: ColumnEncoding.IntegerWidth) -> Int128 {
        switch width {
        case .two: Int128(data.load(fromByteOffset: row &* 2, as: Int16.self))
        case .four: Int128(data.load(fromByteOffset: row &* 4, as: Int32.self))
        case .eight: Int128(data.load(fromByteOffset: row &* 8, as: Int64.self))
        case .sixteen: data.loadUnaligned(fromByteOffset: row &* 16, as: Int128.self)
        }
    }

    private mutating func putInteger(_ value: Int128, _ width: ColumnEncoding.IntegerWidth) throws(Refusal) {
        switch width {
        case .two: putField(try narrowed(value) as Int16)
        case .four: putField(try narrowed(value) as Int32)
        case .eight, .sixteen: putField(try narrowed(value) as Int64)
        }
    }

    private func narrowed<Number: FixedWidthInteger>(_ value: Int128) throws(Refusal) -> Number {
        guard let number = Number(exactly: value) else { throw Refusal(reason: .outOfRange, column: column) }
        return number
    }

    @inline(__always)
    private mutating func putNumeric<Number: SignedInteger & FixedWidthInteger>(_ value: Number, _ scale: Int) {
        let length = Numeric.write(UInt128(value.magnitude), isNegative: value < 0, scale: scale, to: out + 4)
        put(UInt32(truncatingIfNeeded: length))
        out += length
    }

    /// Days since 2000-01-01. The engine's infinities are the largest number and its negative.
    @inline(__always)
    private func postgresDays(_ since1970: Int32) throws(Refusal) -> Int32 {
        if since1970 == .max { return .max }
        if since1970 == -.max { return .min }
        // PostgreSQL's calendar begins on 4714-11-24 BC and ends in 5874897.
        guard since1970 >= -2_440_588, since1970 < 2_145_042_906 else {
            throw Refusal(reason: .outOfRange, column: column)
        }
        return since1970 &- 10_957
    }

    /// Microseconds since 2000-01-01. The engine's infinities are the largest number and its negative.
    @inline(__always)
    private func micros(_ since1970: Int64) throws(Refusal) -> Int64 {
        if since1970 == .max { return .max }
        if since1970 == -.max { return .min }
        guard since1970 >= -210_866_803_200_000_000 else { throw Refusal(reason: .outOfRange, column: column) }
        return since1970 &- 946_684_800_000_000
    }
}
