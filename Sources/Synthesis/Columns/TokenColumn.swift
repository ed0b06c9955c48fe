import Expressions
import Reporting

/// Random characters, such as hexadecimal digits.
package struct TokenColumn: ColumnGenerator {
    package enum Alphabet: String, Hashable, Sendable, CaseIterable {
        case hex
        case letters
        case digits
        /// Letters of both cases and digits.
        case alphanumeric

        var characters: String {
            switch self {
            case .hex: "0123456789abcdef"
            case .letters: "abcdefghijklmnopqrstuvwxyz"
            case .digits: "0123456789"
            case .alphanumeric: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
            }
        }
    }

    package var length: Int
    package var alphabet: Alphabet

    package init(length: Int = 32, alphabet: Alphabet = .hex) {
        self.length = length
        self.alphabet = alphabet
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard (1...1024).contains(length) else { throw .parameter("length", "between 1 and 1024") }
        let characters = Array(alphabet.characters.utf8)
        let length = length
        return GeneratedColumn(.string) { frame, stream in
            let draws = (0..<length).map { stream.draw($0) }
            var texts = Texts(capacity: frame.rows.count)
            for row in frame.rows {
                for draw in draws { texts.add(characters[Int(draw.number(below: UInt64(characters.count), at: row))]) }
                texts.close()
            }
            return Vector(.string, .texts(texts))
        }
    }
}
