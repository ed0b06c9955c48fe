import Engines

/// A row of the server's catalogue, as text.
extension [String?] {
    /// A boolean column; null is false.
    func isTrue(_ column: Int) -> Bool { self[column] == "t" }

    /// A column that the catalogue never has null.
    func text(_ column: Int) throws(EngineError) -> String {
        guard let text = self[column] else { throw EngineError(.other, "column \(column) of a catalogue row is null") }
        return text
    }
}
