import Expressions

/// A first name and as many last names as the locale gives its people.
package struct FullNameColumn: ColumnGenerator {
    package init() {}

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let first = Lexicon(scope.locale.firstNames)
        let last = Lexicon(scope.locale.lastNames)
        let names = scope.locale.lastNamesAPerson
        return GeneratedColumn(.string) { frame, stream in
            let draws = (1...names).map { stream.draw($0) }
            var texts = Texts(capacity: frame.rows.count)
            for row in frame.rows {
                texts.add(first[Int(stream.number(below: UInt64(first.count), at: row))])
                for draw in draws {
                    texts.add(UInt8(ascii: " "))
                    texts.add(last[Int(draw.number(below: UInt64(last.count), at: row))])
                }
                texts.close()
            }
            return Vector(.string, .texts(texts))
        }
    }
}
