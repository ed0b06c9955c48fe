import Testing

@testable import Synthesis

struct TaxNumberTests {
    @Test func `check digits of people's numbers hold`() throws {
        let numbers = try cells(TaxNumberColumn(.cpf), rows: 2000)
        #expect(
            numbers[..<12] == [
                "979.789.335-98", "610.500.493-14", "639.403.004-03", "547.595.115-20", "151.139.590-73",
                "143.862.686-00", "164.989.159-86", "832.527.410-75", "518.942.841-94", "914.890.336-10",
                "653.252.476-03", "050.765.720-93",
            ]
        )
        for number in numbers {
            let digits = number.compactMap(\.wholeNumberValue)
            #expect(digits.count == 11)
            // By the rule as it is published: weights 10 down to 2, then 11 down to 2, the remainder of the sum times 10.
            for length in [9, 10] {
                let sum = (0..<length).reduce(0) { $0 + digits[$1] * (length + 1 - $1) }
                #expect(sum * 10 % 11 % 10 == digits[length])
            }
        }
    }

    @Test func `check digits of companies' numbers hold`() throws {
        let weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
        for number in try cells(TaxNumberColumn(.cnpj), rows: 500) {
            let digits = number.compactMap(\.wholeNumberValue)
            #expect(digits[8..<12] == [0, 0, 0, 1])
            for length in [12, 13] {
                let rest = zip(digits, weights.suffix(length)).reduce(0) { $0 + $1.0 * $1.1 } % 11
                #expect((rest < 2 ? 0 : 11 - rest) == digits[length])
            }
        }
    }

    @Test func `marks are optional`() throws {
        #expect(try cells(TaxNumberColumn(.cpf, isFormatted: false), rows: 1) == ["97978933598"])
        #expect(try cells(TaxNumberColumn(.cnpj), rows: 1) == ["97.978.933/0001-90"])
        #expect(try cells(TaxNumberColumn(.cnpj, isFormatted: false), rows: 1) == ["97978933000190"])
    }
}
