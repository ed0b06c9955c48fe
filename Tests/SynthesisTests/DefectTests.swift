import Expressions
import Testing

@testable import Synthesis

struct DefectTests {
    @Test func `exactly the share of rows is repeated, none of them twice`() throws {
        let lines = try cells(SequenceColumn(), rows: 1000, defects: [RepeatedLines(share: 0.05)])
        let counts = Dictionary(grouping: lines, by: \.self).mapValues(\.count)
        #expect(lines.count == 1050)
        #expect(counts.count == 1000)
        #expect(counts.values.count { $0 == 2 } == 50)
        #expect(
            try cells(SequenceColumn(), rows: 4, defects: [RepeatedLines(share: 0.5)]) == [
                "1", "2", "2", "3", "4", "4",
            ]
        )
        #expect(try cells(SequenceColumn(), rows: 2, defects: [RepeatedLines(share: 1)]) == ["1", "1", "2", "2"])
    }

    @Test func `a repeated row has the same dirt`() throws {
        let table = SyntheticTable(
            "t",
            rows: 200,
            columns: [SyntheticColumn("id", SequenceColumn()), SyntheticColumn("v", IntegerColumn(min: 0, max: 9))],
            defects: [NullCells("v", share: 0.5), RepeatedLines(share: 1)]
        )
        let lines = try written([table]).dropFirst()
        #expect(lines.count == 400)
        #expect(Set(lines).count == 200)
    }

    @Test func `nulls fall on their share`() throws {
        let values = try cells(IntegerColumn(min: 1, max: 5), rows: 10_000, defects: [NullCells("value", share: 0.05)])
        #expect(values.count { $0.isEmpty } == 499)
    }

    @Test func `a replacement of another type makes the column text`() throws {
        let table = SyntheticTable(
            "t",
            rows: 4,
            columns: [SyntheticColumn("id", UUIDColumn())],
            defects: [
                ReplacedCells("id", share: 0.5, with: IntegerColumn(min: 1000, max: 9999)),
                MarredTexts("id", share: 0.5, .cut(to: 3)), NullCells("id", share: 0.2),
            ]
        )
        let program = try SyntheticDatabase(seed: "tests", tables: [table]).compiled()
        #expect(program.rowType(of: "t") == RowType([Column("id", .string, isNullable: true)]))
        #expect(try written([table]) == ["id", "9005", "459", "963", "662a494a-c65c-407a-aee7-69d5cdd95d7c"])
    }

    @Test func `a constant is read as the column's type`() throws {
        let when = TimestampColumn(from: 0, to: 0)
        let late = ReplacedCells("value", share: 1, with: ConstantColumn(.string("2099-01-01")))
        #expect(try cells(when, rows: 1, defects: [late]) == ["2099-01-01T00:00:00"])
        let price = DecimalColumn(min: .fixed("5"), max: .fixed("5"))
        let minusOne = ReplacedCells("value", share: 1, with: ConstantColumn(.integer(-1)))
        #expect(try cells(price, rows: 1, defects: [minusOne]) == ["-1.00"])
    }

    @Test func `signs turn`() throws {
        let price = DecimalColumn(min: .fixed("1"), max: .fixed("9"))
        let values = try cells(price, rows: 1000, defects: [NegatedCells("value", share: 0.02)])
        #expect(values.count { $0.hasPrefix("-") } == 27)
    }

    @Test func `texts are marred`() throws {
        let word = ConstantColumn(.string("aprovado"))
        #expect(
            try cells(word, rows: 6, defects: [MarredTexts("value", share: 0.5, .blanks)]) == [
                "aprovado", " aprovado", "aprovado", "aprovado", "aprovado", "aprovado   ",
            ]
        )
        #expect(
            try cells(word, rows: 6, defects: [MarredTexts("value", share: 1, .letterCase)]) == [
                "APROVADO", "aprovado", "aprovado", "aPRovAdO", "aproVaDo", "aPRoVadO",
            ]
        )
        #expect(try cells(word, rows: 1, defects: [MarredTexts("value", share: 1, .cut(to: 3))]) == ["apr"])
    }

    @Test func `defects have numbers of their own`() throws {
        let twice = try cells(
            SequenceColumn(),
            rows: 40,
            defects: [NullCells("value", share: 0.3), NullCells("value", share: 0.3)]
        )
        let once = try cells(SequenceColumn(), rows: 40, defects: [NullCells("value", share: 0.3)])
        #expect(once.count { $0.isEmpty } < twice.count { $0.isEmpty })
    }
}
