import Expressions
import Reporting

/// A share of the rows has its text marred: blanks around it, letters in the other case, or its end cut off.
package struct MarredTexts: Defect {
    package enum Form: Hashable, Sendable {
        /// One to three blanks before, behind, or both.
        case blanks
        /// All ASCII letters large, or all small, or each by chance.
        case letterCase
        /// At most so many characters are left.
        case cut(to: Int)
    }

    package var column: String
    package var share: Double
    package var form: Form

    package init(_ column: String, share: Double, _ form: Form) {
        self.column = column
        self.share = share
        self.form = form
    }

    package func compiled(in scope: DefectScope) throws(SynthesisIssue.Reason) -> DefectPlan {
        let place = try scope.place(of: column)
        let now = scope.columns[place]
        guard now.type == .string else { throw .type(column: column, found: now.type, needed: "text") }
        if case .cut(let length) = form, length < 0 { throw .parameter("length", "0 or more") }
        let (form, stream) = (form, scope.stream("\(form)", column, "value"))
        return .cells(
            CellDefect(
                column: place,
                coin: try scope.coin("\(form)", column, share: share),
                type: .string,
                isNullable: now.isNullable
            ) { vector, hit, frame in
                let cells = vector.texts
                var texts = Texts(capacity: cells.count)
                var rest = hit[...]
                for place in 0..<cells.count {
                    if rest.first == place {
                        rest.removeFirst()
                        texts.add(form.marred(cells[place], stream, frame.rows[place]))
                    } else {
                        texts.add(cells[place])
                    }
                    texts.close()
                }
                vector.storage = .texts(texts)
            }
        )
    }
}

extension MarredTexts.Form {
    fileprivate func marred(_ text: ArraySlice<UInt8>, _ stream: RandomStream, _ row: Int) -> [UInt8] {
        let bits = stream.bits(at: row)
        switch self {
        case .blanks:
            let ends = 1 + bits % 3
            let before = ends == 2 ? 0 : 1 + Int((bits >> 8) % 3)
            let behind = ends == 1 ? 0 : 1 + Int((bits >> 16) % 3)
            return Array(repeating: blank, count: before) + text + Array(repeating: blank, count: behind)
        case .letterCase:
            let way = bits % 3
            return text.enumerated().map { place, byte in
                switch way {
                case 0: byte.large
                case 1: byte.small
                default: bits >> (8 + place % 56) & 1 == 0 ? byte.large : byte.small
                }
            }
        case .cut(let length): return Array(String(decoding: text, as: UTF8.self).prefix(length).utf8)
        }
    }
}

private let blank = UInt8(ascii: " ")

extension UInt8 {
    fileprivate var large: UInt8 { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) ? self - 32 : self }
    fileprivate var small: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self }
}
