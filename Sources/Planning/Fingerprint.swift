/// SHA-256 of parts, in hexadecimal. Each part is preceded by its length, so that parts cannot run into each other.
package func fingerprint(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
        hash.update("\(part.utf8.count):".utf8)
        hash.update(part.utf8)
    }
    return hexadecimal(hash.finalized())
}

/// SHA-256 of bytes, in hexadecimal, as `sha256sum` prints it.
package func fingerprint(bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hexadecimal(hash.finalized())
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}
