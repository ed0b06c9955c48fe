import Expressions
import Testing

@testable import Synthesis

struct IssueTests {
    private func column(_ name: String, _ generator: any ColumnGenerator) -> SyntheticColumn {
        SyntheticColumn(name, generator)
    }

    @Test func `columns that need each other are a cycle`() throws {
        let table = SyntheticTable(
            "t",
            rows: 1,
            columns: [
                column("a", ExpressionColumn(try parsed("b + 1"))), column("b", ExpressionColumn(try parsed("c"))),
                column("c", ExpressionColumn(try parsed("a"))),
            ]
        )
        #expect(issues([table]) == ["t.c: the column needs itself: t.a -> t.b -> t.c -> t.a"])
    }

    @Test func `names that are not there`() throws {
        let table = SyntheticTable(
            "t",
            rows: 1,
            columns: [
                column("a", ReferenceColumn(to: "u", "id")), column("b", EmailColumn(from: "nome")),
                column("c", FieldColumn(of: "d", "x")), column("d", SequenceColumn()),
                column("d", SequenceColumn()),
            ],
            defects: [NullCells("z", share: 0.1)]
        )
        #expect(
            issues([table, SyntheticTable("t", rows: -1, columns: [])]) == [
                "t.a: no table named 'u'",
                "t.b: table 't' has no column 'nome'",
                "t.c: column 'd' refers to no row, so '->' cannot follow it",
                "t.d: another column of the table has this name",
                "t: another table has this name",
                "t: 'rows' must be 0 or more",
            ]
        )
    }

    @Test(
        arguments: [
            (IntegerColumn(min: 2, max: 1), "the range from 2 to 1 is empty"),
            (IntegerColumn(min: 1, max: 2, distribution: .zipf(0)), "'zipf' must be above 0"),
            (DecimalColumn(min: .fixed("x"), max: .fixed("1")), "'min' must be a number of at most 18 digits"),
            (DecimalColumn(min: .fixed("0"), max: .fixed("1"), scale: 12), "'scale' must be between 0 and 9"),
            (ChoiceColumn([]), "there is nothing to choose from"),
            (ChoiceColumn([.init(.null, weight: -1)]), "a weight is negative"),
            (ChoiceColumn([.init(.null, weight: 0)]), "all weights are 0"),
            (BooleanColumn(share: 2), "'share' must be between 0 and 1"),
            (DateColumn(from: 1, to: 0), "the range from 1970-01-02 to 1970-01-01 is empty"),
            (TimestampColumn(from: 0, to: 9, step: 7), "'step' must be a part of an hour"),
            (TextColumn(minWords: 0, maxWords: 1), "'min_words' must be 1 or more"),
            (TokenColumn(length: 0), "'length' must be between 1 and 1024"),
            (TemplateColumn("{a"), "'template' must be text in which every '{' has its '}'"),
            (SequenceColumn(start: .max), "'step' must be so small that the last row's number has 64 bits"),
            (ReferenceColumn(to: "empty", "id"), "table 'empty' has no rows to refer to"),
        ] as [(any ColumnGenerator, String)]
    )
    func `parameters that make no sense`(generator: any ColumnGenerator, message: String) {
        let empty = SyntheticTable("empty", rows: 0, columns: [column("id", UUIDColumn())])
        #expect(
            issues([SyntheticTable("t", rows: 2, columns: [column("v", generator)]), empty]) == ["t.v: \(message)"]
        )
    }

    @Test func `defects that do not fit`() {
        let table = SyntheticTable(
            "t",
            rows: 1,
            columns: [column("id", UUIDColumn())],
            defects: [
                NegatedCells("id", share: 0.1), MarredTexts("id", share: 0.1, .blanks), NullCells("id", share: 7),
                RepeatedLines(share: 0.1), RepeatedLines(share: 0.1),
            ]
        )
        #expect(
            issues([table]) == [
                "t defect 0: column 'id' is uuid, but a number is needed",
                "t defect 1: column 'id' is uuid, but text is needed",
                "t defect 2: 'rate' must be between 0 and 1",
                "t defect 4: rows are repeated by an earlier defect",
            ]
        )
    }

    @Test func `what an expression cannot do here`() throws {
        let table = SyntheticTable(
            "t",
            rows: 1,
            columns: [
                column("a", ConstantColumn(.string("x"))), column("b", ExpressionColumn(try parsed("initcap(a)"))),
                column("c", ExpressionColumn(try parsed("a + 1"))), column("d", ExpressionColumn(try parsed("b"))),
            ]
        )
        #expect(
            issues([table]) == [
                "t.b: unsupported in generators: 'initcap'",
                "t.c: argument 1 of '+' has to be int or bigint or decimal or double or date, not string",
            ]
        )
    }
}
