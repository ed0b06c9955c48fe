import Configuration
import Reporting

/// The parts of a PostgreSQL URL that say how it is carried.
struct ConnectionURL {
    let text: Text
    /// With its port; nil where a variable stands for it.
    let host: String?
    /// Value of `sslmode` and where it stands, in UTF-8 offsets.
    let mode: (value: String, range: Range<Int>)?
    /// Whether a certificate is given to judge the server by.
    let hasRootCertificate: Bool

    /// Nil for what is no URL.
    init?(_ node: Node) {
        guard let scalar = node.scalar, let scheme = scalar.text.firstRange(of: "://") else { return nil }
        let url = scalar.text
        text = Text(url, places: scalar.places)
        let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        let host = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        self.host = host.contains("$") || url[scheme.upperBound...].hasPrefix("$") ? nil : String(host)
        mode = url.firstRange(of: "sslmode=").map { name in
            let value = url[name.upperBound...].prefix { $0 != "&" }
            let start = url.utf8.distance(from: url.startIndex, to: name.upperBound)
            return (String(value), start..<start + value.utf8.count)
        }
        hasRootCertificate = url.contains("sslrootcert=")
    }

    /// The setting that is not enough for a server on another machine.
    func weakMode(among modes: Set<String>) -> (value: String, span: Span)? {
        guard let mode, modes.contains(mode.value), let host, !isLoopback(host: host) else { return nil }
        return (mode.value, text.span(of: mode.range))
    }

    func fix(mode better: String) -> Fix? {
        mode.flatMap { text.fix(.unsafe, "write 'sslmode=\(better)'", replacing: $0.range, by: better) }
    }
}
