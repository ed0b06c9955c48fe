import Expressions
import Reporting

/// A sentence of so many words of the locale.
package struct TextColumn: ColumnGenerator {
    package var minWords: Int
    package var maxWords: Int

    package init(minWords: Int = 3, maxWords: Int = 12) {
        self.minWords = minWords
        self.maxWords = maxWords
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard minWords >= 1 else { throw .parameter("min_words", "1 or more") }
        guard minWords <= maxWords else { throw .emptyRange(from: String(minWords), to: String(maxWords)) }
        guard maxWords <= 1000 else { throw .parameter("max_words", "1000 or fewer") }
        let lexicon = Lexicon(scope.locale.words)
        let (least, width) = (Int64(minWords), UInt64(maxWords - minWords))
        return GeneratedColumn(.string) { frame, stream in
            let draws = (1...least + Int64(width)).map { stream.draw(Int($0)) }
            var texts = Texts(capacity: frame.rows.count)
            for row in frame.rows {
                let words = Int(uniform(least, width, stream, row))
                for word in 0..<words {
                    if word > 0 { texts.add(UInt8(ascii: " ")) }
                    let index = Int(draws[word].number(below: UInt64(lexicon.count), at: row))
                    if word == 0 { texts.add(capitalized: lexicon[index]) } else { texts.add(lexicon[index]) }
                }
                texts.add(UInt8(ascii: "."))
                texts.close()
            }
            return Vector(.string, .texts(texts))
        }
    }
}

extension Texts {
    /// Words of the lists that start with another letter than a to z keep it small.
    fileprivate mutating func add(capitalized word: ArraySlice<UInt8>) {
        guard let first = word.first else { return }
        add((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) ? first - 32 : first)
        add(word.dropFirst())
    }
}
