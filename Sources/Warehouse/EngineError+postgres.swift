import CPostgres
import Engines

extension EngineError {
    /// What the server said about a statement: its message, the detail, and where in a COPY it happened.
    init(answer: Libpq.Answer?, connection: Libpq.Connection, statement: SQL, _ libpq: Libpq) {
        func field(_ code: UInt8) -> String? {
            libpq.errorField(answer, Int32(code)).map { String(cString: $0) }
        }
        let code = field(UInt8(ascii: "C"))
        let primary = field(UInt8(ascii: "M")) ?? firstLine(libpq.errorMessage(connection))
        let copyLine = field(UInt8(ascii: "W"))?.split(separator: "\n").first { $0.hasPrefix("COPY ") }.map(String.init)
        // After a lost COPY libpq may still call the connection good; what it says itself has no code.
        let isLost =
            libpq.status(connection) != CONNECTION_OK || code == nil && lossWords.contains { primary.contains($0) }
        self.init(
            code.map(Reason.init(sqlState:)) ?? (isLost ? .connection : .other),
            [primary, field(UInt8(ascii: "D")), copyLine].compactMap(\.self).joined(separator: "; "),
            code: code,
            hint: field(UInt8(ascii: "H")) ?? code.flatMap(wayOut) ?? (isLost ? lostWayOut : nil),
            statement: statement
        )
    }

    /// Why there is no connection. libpq's words name host, port, user and database, never the password.
    init(connecting connection: Libpq.Connection, to url: PostgresURL, _ libpq: Libpq) {
        let message = firstLine(libpq.errorMessage(connection))
        let isRefused = ["authentication failed", "no password supplied", "no pg_hba.conf entry"]
            .contains { message.contains($0) }
        self.init(
            isRefused ? .permission : .connection,
            message,
            hint: isRefused
                ? "check the user and the password in the connection's URL"
                : "check that a server runs at \(url) and can be reached from here"
        )
    }
}

extension EngineError.Reason {
    /// By the classes of appendix A of PostgreSQL's manual.
    init(sqlState code: String) {
        switch code {
        case "57014": self = .interrupted
        case "42601": self = .parse
        case "42501", "25006": self = .permission
        case "53200": self = .outOfMemory
        case "53100": self = .io
        case "40001", "40P01", "53300", "55P03", "57P03": self = .unavailable
        default: self = Self.byClass[String(code.prefix(2))] ?? .other
        }
    }

    private static let byClass: [String: Self] = [
        "08": .connection, "22": .conversion, "23": .constraint, "28": .permission, "3D": .bind, "3F": .bind,
        "42": .bind, "57": .connection, "58": .io,
    ]
}

private let lossWords = [
    "server closed the connection", "connection to server was lost", "no connection to the server",
    "could not receive data from server", "could not send data to server", "SSL connection has been closed",
]

/// The load's transaction is gone with the connection, so that nothing has to be taken back.
private let lostWayOut = "the server was stopped or cannot be reached; run the load again when it is back"

/// What to do about the codes that a load meets.
private func wayOut(_ code: String) -> String? {
    switch code {
    case "23502": "fill the column before the load, or declare it nullable"
    case "23503": "load the referenced table first, or correct the reference"
    case "23505": "remove duplicates before the load, or choose another key"
    case "22001": "widen the column, or shorten the text before the load"
    case "22003": "widen the column's type, or correct the value before the load"
    case "22P05", "22021": "remove the character before the load"
    case "40001", "40P01", "55P03": "another session held the table; run the load again"
    case "42501": "grant the role the right, or connect with one that has it"
    case "53100": "free disk space on the server"
    case "53300": "lower the number of parallel loads, or raise max_connections"
    case "57P01", "57P02": lostWayOut
    case "57P03": "the server is starting or stopping; run the load again"
    default: nil
    }
}

private func firstLine(_ text: UnsafeMutablePointer<CChar>?) -> String {
    text.map { String(cString: $0) }?.split(separator: "\n").first.map(String.init) ?? "the server gave no reason"
}
