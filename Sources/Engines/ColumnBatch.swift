package import Expressions

/// Some rows as typed column vectors, borrowed from an engine: valid only inside the call that receives it.
package struct ColumnBatch: ~Copyable {
    package let rowCount: Int
    package let columns: [ColumnVector]

    package init(rowCount: Int, columns: [ColumnVector]) {
        self.rowCount = rowCount
        self.columns = columns
    }
}

/// One column of a batch. The memory is the engine's.
package struct ColumnVector {
    package let type: DataType
    package let layout: Layout
    package let data: UnsafeRawPointer
    /// One bit a row, least significant first, set where there is a value; nil where all rows have one.
    package let validity: UnsafePointer<UInt64>?

    package init(type: DataType, layout: Layout, data: UnsafeRawPointer, validity: UnsafePointer<UInt64>?) {
        self.type = type
        self.layout = layout
        self.data = data
        self.validity = validity
    }

    /// How one element lies in memory, native byte order.
    package enum Layout: Hashable, Sendable {
        /// One byte, 0 or 1.
        case bool8
        case int16, int32, int64
        /// 16 bytes, lower half first.
        case int128
        case float64
        /// Days since 1970-01-01.
        case date32
        /// Microseconds since 1970-01-01.
        case micros64
        /// An `int128` whose top bit is flipped, so that it sorts as the uuid does.
        case uuid128
        /// 16 bytes: `uint32` length; up to 12 bytes inline, else 4 bytes of prefix and a pointer.
        case string16
        /// The integer layout that holds the unscaled number.
        case decimal16(scale: Int)
        case decimal32(scale: Int)
        case decimal64(scale: Int)
        case decimal128(scale: Int)
    }

    package func isValid(_ row: Int) -> Bool {
        guard let validity else { return true }
        return validity[row >> 6] & (1 << UInt64(row & 63)) != 0
    }
}
