import Expressions

/// Brazilian tax numbers with valid check digits: CPF of people, CNPJ of companies.
package struct TaxNumberColumn: ColumnGenerator {
    package enum Kind: Hashable, Sendable {
        case cpf
        case cnpj
    }

    package var kind: Kind
    /// With points, hyphen and slash: `529.982.247-25`, `11.222.333/0001-81`.
    package var isFormatted: Bool

    package init(_ kind: Kind, isFormatted: Bool = true) {
        self.kind = kind
        self.isFormatted = isFormatted
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let (kind, isFormatted) = (kind, isFormatted)
        return GeneratedColumn(.string) { frame, stream in
            var texts = Texts(capacity: frame.rows.count)
            for row in frame.rows {
                let digits = kind == .cpf ? cpfDigits(stream, row) : cnpjDigits(stream, row)
                for (place, digit) in digits.enumerated() {
                    if isFormatted, let mark = kind.marks[place] { texts.add(mark) }
                    texts.add(UInt8(ascii: "0") + UInt8(digit))
                }
                texts.close()
            }
            return Vector(.string, .texts(texts))
        }
    }
}

extension TaxNumberColumn.Kind {
    /// What stands before the digit of that place.
    fileprivate var marks: [Int: UInt8] {
        switch self {
        case .cpf: [3: UInt8(ascii: "."), 6: UInt8(ascii: "."), 9: UInt8(ascii: "-")]
        case .cnpj: [2: UInt8(ascii: "."), 5: UInt8(ascii: "."), 8: UInt8(ascii: "/"), 12: UInt8(ascii: "-")]
        }
    }
}

/// Nine digits alike are not given out, so the one number among 111,111,111 that would be is moved by one.
private func cpfDigits(_ stream: RandomStream, _ row: Int) -> [Int] {
    let number = Int(stream.number(below: 999_999_999, at: row))
    var digits = decimalDigits(number.isMultiple(of: 111_111_111) ? number + 1 : number, count: 9)
    digits.append(checkDigit(digits, weights: Array(2...10)))
    digits.append(checkDigit(digits, weights: Array(2...11)))
    return digits
}

/// Eight digits of the company and branch 0001.
private func cnpjDigits(_ stream: RandomStream, _ row: Int) -> [Int] {
    var digits = decimalDigits(1 + Int(stream.number(below: 99_999_999, at: row)), count: 8) + [0, 0, 0, 1]
    let weights = Array(2...9)
    digits.append(checkDigit(digits, weights: weights))
    digits.append(checkDigit(digits, weights: weights))
    return digits
}

/// Modulo 11 over the digits from the right, the weights used again from their start; 10 and 11 give 0.
private func checkDigit(_ digits: [Int], weights: [Int]) -> Int {
    let sum = digits.reversed().enumerated().reduce(0) { $0 + $1.element * weights[$1.offset % weights.count] }
    return sum % 11 < 2 ? 0 : 11 - sum % 11
}

private func decimalDigits(_ number: Int, count: Int) -> [Int] {
    var rest = number
    var digits = Array(repeating: 0, count: count)
    for place in digits.indices.reversed() {
        digits[place] = rest % 10
        rest /= 10
    }
    return digits
}
