package import Engines
import Foundation

extension PostgresConnection {
    /// Runs `COPY … FROM STDIN`, its data sent by `body`; answers how many rows the server stored.
    /// When `body` throws, the COPY fails and the error is rethrown.
    package func copyIn(_ statement: SQL, _ body: (inout CopyWriter) throws -> Void) throws -> Int {
        _ = try run(statement)
        var writer = CopyWriter(connection: self)
        do {
            try body(&writer)
        } catch {
            let refusal = giveUp(statement, failure: "given up by the client")
            // The server's own words say more than that it hung up.
            throw (error as? EngineError)?.reason == .io ? refusal ?? error : error
        }
        guard libpq.endCopy(handle, nil) == 1 else {
            throw failure(nil, of: statement)
        }
        let result = try accepted(libpq.nextAnswer(handle), of: statement)
        drain()
        try checkCancellation()
        guard let rows = result.changedRows else { throw EngineError(.other, "a finished COPY has no count of rows") }
        return rows
    }

    /// Ends a COPY that cannot be completed and answers why, as the server sees it.
    private func giveUp(_ statement: SQL, failure: String) -> EngineError? {
        _ = libpq.endCopy(handle, failure)
        defer { drain() }
        do {
            _ = try accepted(libpq.nextAnswer(handle), of: statement)
            return nil
        } catch {
            return error
        }
    }

    /// libpq wants results to be read until there is none.
    private func drain() {
        while let rest = libpq.nextAnswer(handle) { libpq.clear(rest) }
    }

    /// Whether the server has refused the data already: an error message lies unread on the socket. libpq would look
    /// only after the last byte. Not seen through TLS, where the refusal is found at the end.
    fileprivate var hasRefused: Bool {
        guard libpq.usesTLS(handle) == 0 else { return false }
        var byte: UInt8 = 0
        return recv(libpq.socket(handle), &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 1
            && byte == UInt8(ascii: "E")
    }
}

/// The sending side of one running COPY.
package struct CopyWriter {
    fileprivate let connection: PostgresConnection

    /// Pieces of about 1 MiB are sent fastest. Throws when the connection is lost, the server has refused the data,
    /// or `cancel()` was called.
    package func send(_ bytes: UnsafeRawBufferPointer) throws(EngineError) {
        try connection.checkCancellation()
        guard !connection.hasRefused else { throw EngineError(.io, "the server refused the data") }
        let start = bytes.bindMemory(to: CChar.self).baseAddress
        guard connection.libpq.putCopyData(connection.handle, start, Int32(bytes.count)) == 1 else {
            throw EngineError(.io, "the connection to the server was lost")
        }
    }
}
