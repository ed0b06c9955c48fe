import Expressions

/// One entry of a list of the locale: a word, a first name, a last name, a state.
package struct WordColumn: ColumnGenerator {
    package enum List: Hashable, Sendable {
        case words
        case firstNames
        case lastNames
    }

    package var list: List

    package init(_ list: List) { self.list = list }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let lexicon = Lexicon(scope.locale[list])
        return GeneratedColumn(.string) { frame, stream in
            let codes = frame.rows.map { UInt32(stream.number(below: UInt64(lexicon.count), at: $0)) }
            return Vector(.string, .words(codes, lexicon))
        }
    }
}

extension SyntheticLocale {
    subscript(list: WordColumn.List) -> [String] {
        switch list {
        case .words: words
        case .firstNames: firstNames
        case .lastNames: lastNames
        }
    }
}
