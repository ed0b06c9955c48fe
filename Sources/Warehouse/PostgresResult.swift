/// Owns one answer of the server.
struct PostgresResult: ~Copyable {
    private let handle: Libpq.Answer?
    private let libpq: Libpq

    init(_ handle: Libpq.Answer?, _ libpq: Libpq) {
        self.handle = handle
        self.libpq = libpq
    }

    deinit { libpq.clear(handle) }

    /// The command tag: `COPY 5`, `COMMIT`.
    var tag: String? { libpq.commandTag(handle).map { String(cString: $0) } }

    /// Rows that the statement wrote or returned; nil for one that does neither.
    var changedRows: Int? { libpq.changedRows(handle).flatMap { Int(String(cString: $0)) } }

    var rows: [[String?]] {
        (0..<libpq.rowCount(handle)).map { row in (0..<libpq.columnCount(handle)).map { cell(row, $0) } }
    }

    private func cell(_ row: Int32, _ column: Int32) -> String? {
        guard libpq.isNull(handle, row, column) == 0, let start = libpq.value(handle, row, column) else { return nil }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(libpq.length(handle, row, column)))
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Lends the strings as a C array that ends with a null pointer; nil becomes null. All die with the call.
func withCStrings<Success>(
    _ strings: [String?],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Success
) -> Success {
    var bytes: [CChar] = []
    let offsets: [Int?] = strings.map { string in
        guard let string else { return nil }
        defer { bytes += string.utf8CString }
        return bytes.count
    }
    return bytes.withUnsafeBufferPointer { bytes in
        let pointers = offsets.map { $0.flatMap { offset in bytes.baseAddress.map { $0 + offset } } } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }  // never empty: it ends with nil
    }
}
