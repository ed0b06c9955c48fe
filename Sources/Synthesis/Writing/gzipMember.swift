import CZlib

/// One member of a gzip file (RFC 1952). Members one after the other are a gzip file of their contents one after the
/// other, so batches can be compressed apart. The header has no time and no name: equal input gives equal bytes.
func gzipMember(_ piece: Piece) -> Piece {
    let bytes = piece.content
    var stream = z_stream()
    let opened = deflateInit2_(
        &stream,
        fastest,
        Z_DEFLATED,
        15 + gzipWindow,
        8,
        Z_DEFAULT_STRATEGY,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)
    )
    precondition(opened == Z_OK, "zlib has no memory or is another version")
    defer { deflateEnd(&stream) }
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    let member = [UInt8](unsafeUninitializedCapacity: room) { output, written in
        bytes.withUnsafeBufferPointer { input in
            // zlib reads through this pointer only, though its type says otherwise.
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(room)
            let status = deflate(&stream, Z_FINISH)
            precondition(status == Z_STREAM_END, "deflateBound gave too little room")
            written = Int(stream.total_out)
        }
    }
    return Piece(member)
}

/// Added to the window's bits, it asks zlib for a gzip header.
private let gzipWindow: Int32 = 16

/// Random ids hardly get smaller with more effort, which takes many times as long.
private let fastest: Int32 = 1
