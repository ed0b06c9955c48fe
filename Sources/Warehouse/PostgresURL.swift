import CPostgres
package import Engines

/// Where a PostgreSQL server is and who asks: a `postgres://` or `postgresql://` URL, or libpq's `key=value` form.
///
/// The password lives only in here and on its way into libpq; `description` leaves it out.
package struct PostgresURL: Hashable, Sendable {
    /// libpq's keywords with their values, in libpq's order, only those that the text sets.
    let options: [Option]

    struct Option: Hashable, Sendable {
        var keyword: String
        var value: String
    }

    /// Reads the text without connecting. The error never quotes it: it may hold a password.
    package init(_ text: String) throws(EngineError) {
        let libpq = try Libpq.shared
        guard !text.utf8.contains(0), let parsed = libpq.parseOptions(text, nil) else {
            throw EngineError(
                .connection,
                "the PostgreSQL connection text cannot be read",
                hint: "write it as postgresql://user:password@host:5432/database, special characters percent-encoded"
            )
        }
        defer { libpq.freeOptions(parsed) }
        var options: [Option] = []
        var next = parsed
        while let keyword = next.pointee.keyword {
            if let value = next.pointee.val {
                options.append(Option(keyword: String(cString: keyword), value: String(cString: value)))
            }
            next += 1
        }
        self.options = options
    }

    /// With what the program adds where the text does not say it: its name, and how long a host may be silent.
    var connectionOptions: [Option] {
        (Self.patience + [Option(keyword: "application_name", value: "esteira")])
            .filter { self[$0.keyword] == nil }
            + options
            .filter { $0.keyword != "client_encoding" } + [Option(keyword: "client_encoding", value: "UTF8")]
    }

    /// 10 s to connect; then a host that answers nothing, also to the probes of an idle connection, is given up within a
    /// minute. Without them a cut cable is noticed after two hours, or never.
    private static let patience = [
        Option(keyword: "connect_timeout", value: "10"),  // seconds
        Option(keyword: "keepalives_idle", value: "30"),
        Option(keyword: "keepalives_interval", value: "10"),
        Option(keyword: "keepalives_count", value: "3"),
        Option(keyword: "tcp_user_timeout", value: "60000"),  // milliseconds
    ]

    /// The same patience for the server's side of the connection, by the server's names: what it holds for a client that
    /// is cut off, locks above all, is free when the client comes again. A connection by a local socket ignores them.
    var serverSettings: [(name: String, value: String)] {
        let names = [
            "keepalives_idle": "tcp_keepalives_idle", "keepalives_interval": "tcp_keepalives_interval",
            "keepalives_count": "tcp_keepalives_count", "tcp_user_timeout": "tcp_user_timeout",
        ]
        return connectionOptions.compactMap { option in names[option.keyword].map { ($0, option.value) } }
    }

    subscript(keyword: String) -> String? { options.first { $0.keyword == keyword }?.value }
}

extension PostgresURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// As a URL with neither password nor any option but user, host, port and database.
    package var description: String {
        var url = "postgresql://"
        if let user = self["user"] { url += "\(user)@" }
        url += self["host"] ?? self["hostaddr"] ?? "localhost"
        if let port = self["port"] { url += ":\(port)" }
        url += "/"
        if let database = self["dbname"] { url += database }
        return url
    }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}
