import Engines

/// A row of the server's catalogue, as text.
extension [String?] {
    /// A boolean column; null is neither true nor false.
    func isTrue(_ column: Int) -> Bool { self[column] == "t" }

    func isFalse(_ column: Int) -> Bool { self[column] == "f" }

    /// A column that the catalogue never has null.
    func text(_ column: Int) throws(EngineError) -> String {
        guard let text = self[column] else { throw EngineError(.other, "column \(column) of a catalogue row is null") }
        return text
    }
}

extension PostgresConnection {
    /// The row of a query that always gives one.
    func row(_ query: SQL, _ parameters: [String?] = []) throws(EngineError) -> [String?] {
        guard let row = try rows(query, parameters).first else {
            throw EngineError(.other, "the catalogue gives no row")
        }
        return row
    }
}
