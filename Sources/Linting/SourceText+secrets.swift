import Foundation
import Reporting

/// Something in a text that only few should know.
struct WrittenSecret {
    /// UTF-8 offsets of the secret itself.
    var range: Range<Int>
    /// What it is. Never what it says.
    var message: Message
}

extension SourceText {
    /// Tokens of well-known providers, private keys, and passwords in URLs; comments are read like everything else.
    /// One walk over the bytes.
    var secrets: [WrittenSecret] {
        var found: [WrittenSecret] = []
        var at = 0
        while at < utf8.count {
            guard let secret = secret(at: at) else {
                at += 1
                continue
            }
            found.append(secret)
            at = secret.range.upperBound
        }
        return found
    }

    private func secret(at offset: Int) -> WrittenSecret? {
        let byte = utf8[offset]
        if byte == UInt8(ascii: ":") { return urlPassword(at: offset) ?? slackHook(at: offset) }
        if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") { return urlToken(at: offset) }
        if byte == UInt8(ascii: "-") { return privateKey(at: offset) }
        guard let patterns = TokenPattern.byFirst[byte], offset == 0 || !utf8[offset - 1].isWordByte else { return nil }
        for pattern in patterns {
            guard let end = pattern.end(in: utf8, from: offset) else { continue }
            return WrittenSecret(range: offset..<end, message: "this looks like a token of \(pattern.name)")
        }
        return nil
    }

    private func privateKey(at offset: Int) -> WrittenSecret? {
        let rest = utf8[offset...]
        guard rest.starts(with: "-----BEGIN ".utf8),
            let end = rest.dropFirst(11).firstIndex(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "\n") }),
            String(decoding: utf8[offset..<end], as: UTF8.self).hasSuffix("PRIVATE KEY")
        else { return nil }
        return WrittenSecret(range: offset..<end, message: "a private key stands here")
    }

    /// Of `scheme://user:password@host`, where the host is another machine: those of a database on this one, made
    /// for trying things out, protect nothing.
    private func urlPassword(at colon: Int) -> WrittenSecret? {
        guard utf8[colon...].starts(with: "://".utf8), colon > 0, utf8[colon - 1].isWordByte else { return nil }
        let authority = utf8[(colon + 3)...].prefix { $0 > UInt8(ascii: " ") && !"/?'\"".utf8.contains($0) }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")),
            let start = authority[..<at].firstIndex(of: UInt8(ascii: ":")).map({ $0 + 1 }), start < at
        else { return nil }
        let password = String(decoding: utf8[start..<at], as: UTF8.self)
        let host = String(decoding: authority[(at + 1)...], as: UTF8.self)
        guard !password.contains("$"), !isPlaceholder(password), !isLoopback(host: host), !isInSecret(colon) else {
            return nil
        }
        return WrittenSecret(range: start..<at, message: "a password stands in this URL")
    }

    /// Of a URL that posts into a channel, whoever has it.
    private func slackHook(at colon: Int) -> WrittenSecret? {
        let prefix = "://hooks.slack.com/services/".utf8
        guard utf8[colon...].starts(with: prefix) else { return nil }
        let start = colon + prefix.count
        let path = utf8[start...].prefix { $0.isWordByte || $0 == UInt8(ascii: "/") }
        let parts = String(decoding: path, as: UTF8.self).split(separator: "/")
        guard parts.count == 3, let last = parts.last, !isPlaceholder(String(last)) else { return nil }
        return WrittenSecret(range: start..<path.endIndex, message: "this looks like a webhook of Slack")
    }

    /// Of `?token=…` or `&token=…`.
    private func urlToken(at sign: Int) -> WrittenSecret? {
        let name = utf8[(sign + 1)...].prefix(while: \.isWordByte)
        let names = [
            "access_token", "api_key", "apikey", "auth_token", "client_secret", "password", "secret", "sig",
            "signature", "token",
        ]
        guard name.endIndex < utf8.count, utf8[name.endIndex] == UInt8(ascii: "="),
            names.contains(String(decoding: name, as: UTF8.self).lowercased())
        else { return nil }
        let start = name.endIndex + 1
        let value = utf8[start...].prefix { $0 > UInt8(ascii: " ") && !"&#'\"}],".utf8.contains($0) }
        let text = String(decoding: value, as: UTF8.self)
        guard text.utf8.count >= 6, !text.contains("$"), !isPlaceholder(text) else { return nil }
        return WrittenSecret(range: start..<value.endIndex, message: "a token stands in this URL")
    }

    /// Whether the place is within a `${secret.…}`, whose default another rule reports.
    private func isInSecret(_ offset: Int) -> Bool {
        let line = utf8[..<offset].suffix(while: { $0 != UInt8(ascii: "\n") })
        let text = String(decoding: line, as: UTF8.self)
        guard let open = text.range(of: "${", options: .backwards) else { return false }
        return text[open.upperBound...].hasPrefix("secret.") && !text[open.upperBound...].contains("}")
    }
}

/// Whether a password only shows where one belongs.
func isPlaceholder(_ text: String) -> Bool {
    let plain = text.lowercased()
    return ["password", "passwd", "pass", "secret", "changeme", "example", "xxx", "…", "..."].contains(plain)
        || plain.hasPrefix("<") || plain.hasPrefix("%") || plain.allSatisfy { $0 == "*" || $0 == "x" || $0 == "•" }
}

/// Whether a host, with its port if any, is this machine.
func isLoopback(host: String) -> Bool {
    let name = host.lowercased()
    if name.hasPrefix("[") { return name.hasPrefix("[::1]") }
    let plain = name.prefix { $0 != ":" }
    return plain == "localhost" || plain.hasSuffix(".localhost") || plain.hasPrefix("127.") || plain.isEmpty
}

extension UInt8 {
    /// Letters, digits and `_`.
    var isWordByte: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
            || self == UInt8(ascii: "_") || self >= 0x80
    }
}

extension BidirectionalCollection {
    fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
        let start = lastIndex { !holds($0) }.map { index(after: $0) } ?? startIndex
        return self[start...]
    }
}
