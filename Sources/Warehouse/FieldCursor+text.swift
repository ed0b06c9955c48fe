/// Text, bytes and uuids. The engine's string is 16 bytes: a `uint32` length, then up to 12 bytes, or four bytes of
/// prefix and a pointer.
extension FieldCursor {
    /// Room for `length` and five bytes more must be there.
    @inline(__always)
    mutating func putString(_ field: Field, _ row: Int, _ length: Int) throws(Refusal) {
        let bytes = stringBytes(field.data + row &* 16, length)
        switch field.encoding {
        case .bytes:
            put(UInt32(truncatingIfNeeded: length))
            out.copyMemory(from: bytes, byteCount: length)
        case .jsonb:
            put(UInt32(truncatingIfNeeded: length + 1))
            put(1 as UInt8)
            try copyText(bytes, length)
        default:
            put(UInt32(truncatingIfNeeded: length))
            try copyText(bytes, length)
        }
        out += length
    }

    @inline(__always)
    private func stringBytes(_ string: UnsafeRawPointer, _ length: Int) -> UnsafeRawPointer {
        length <= 12 ? string + 4 : UnsafeRawPointer(bitPattern: string.load(fromByteOffset: 8, as: UInt.self))!
    }

    /// Copies eight bytes at a time and looks for a zero byte among them by the way.
    @inline(__always)
    private func copyText(_ bytes: UnsafeRawPointer, _ length: Int) throws(Refusal) {
        var zeros: UInt64 = 0
        var place = 0
        while place &+ 8 <= length {
            let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            out.storeBytes(of: word, toByteOffset: place, as: UInt64.self)
            zeros |= (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            place &+= 8
        }
        while place < length {
            let byte = bytes.load(fromByteOffset: place, as: UInt8.self)
            out.storeBytes(of: byte, toByteOffset: place, as: UInt8.self)
            if byte == 0 { zeros = 1 }
            place &+= 1
        }
        guard zeros == 0 else { throw Refusal(reason: .nulCharacter, column: column) }
    }

    /// The engine keeps uuids as 128-bit numbers, lower half first, the top bit flipped.
    @inline(__always)
    mutating func putUUID(_ value: UnsafeRawPointer) {
        put(16 as UInt32)
        put(value.load(fromByteOffset: 8, as: UInt64.self) ^ (1 << 63))
        put(value.load(as: UInt64.self))
    }

    mutating func putUUIDText(_ value: UnsafeRawPointer) {
        put(36 as UInt32)
        var rest = UInt128(value.load(fromByteOffset: 8, as: UInt64.self) ^ (1 << 63)) << 64
        rest |= UInt128(value.load(as: UInt64.self))
        for place in 0..<36 {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                put(UInt8(ascii: "-"))
            } else {
                let digit = UInt8(truncatingIfNeeded: rest >> 124)
                put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
                rest <<= 4
            }
        }
    }

    mutating func putParsedUUID(_ string: UnsafeRawPointer) throws(Refusal) {
        let length = Int(string.load(as: UInt32.self))
        guard length == 36 else { throw Refusal(reason: .notUUID, column: column) }
        let text = UnsafeRawBufferPointer(start: stringBytes(string, length), count: length)
        var number: UInt128 = 0
        for place in 0..<36 {
            if place == 8 || place == 13 || place == 18 || place == 23 {
                guard text[place] == UInt8(ascii: "-") else { throw Refusal(reason: .notUUID, column: column) }
            } else {
                let digit = hexadecimalValues[Int(text[place])]
                guard digit < 16 else { throw Refusal(reason: .notUUID, column: column) }
                number = number << 4 | UInt128(digit)
            }
        }
        put(16 as UInt32)
        put(number)
    }
}

/// By ASCII code; 255 where the character is no digit.
private let hexadecimalValues: [UInt8] = (0..<256).map { code in
    UInt8(Character(UnicodeScalar(UInt8(code))).hexDigitValue ?? 255)
}
