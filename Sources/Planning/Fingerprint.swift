import Crypto

/// SHA-256 of parts, in hexadecimal. Each part is preceded by its length, so that parts cannot run into each other.
package func fingerprint(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
        hash.update(data: Array("\(part.utf8.count):".utf8))
        hash.update(data: Array(part.utf8))
    }
    return hash.finalize().map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}
