import Configuration
import Engines
import Expressions
import Reporting
import TestSupport
import Testing

@testable import Quality

/// Values that must be there in another dataset.
struct ReferencesTests {
    private let users = OtherTable(
        name: "processed.users",
        row: RowType([Column("user_id", .uuid), Column("rank", .int), Column("mail", .string)]),
        relation: "users"
    )

    // MARK: How it is measured

    private func statements(_ lines: String) -> [String] {
        expectations(lines).reading(["processed.users": users]).plan(for: orders).statements(from: "orders").map(\.text)
    }

    @Test func `other datasets are looked up in the scan that the suite has anyway`() {
        #expect(
            statements(
                """
                  - not_null: user_id
                  - references: {column: user_id, to: processed.users.user_id}
                  - references: {columns: [quantity, email], to: processed.users, to_columns: [rank, mail], where: status = 'x'}
                """
            ) == [
                """
                SELECT
                    count(*) AS m0,
                    count(*) FILTER (WHERE "user_id" IS NULL) AS m1,
                    count(*) FILTER (WHERE "user_id" IS NOT NULL) AS m2,
                    count(*) FILTER (WHERE "user_id" IS NOT NULL AND ("user_id" IN \
                (SELECT DISTINCT "referenced"."user_id" FROM users AS referenced)) IS NOT TRUE) AS m3,
                    count(*) FILTER (WHERE ("status" = 'x')) AS m4,
                    count(*) FILTER (WHERE ("status" = 'x') AND "quantity" IS NOT NULL AND "email" IS NOT NULL) AS m5,
                    count(*) FILTER (WHERE ("status" = 'x') AND "quantity" IS NOT NULL AND "email" IS NOT NULL AND \
                (("quantity", "email") IN (SELECT DISTINCT "referenced"."rank", "referenced"."mail" FROM users AS referenced)) \
                IS NOT TRUE) AS m6
                FROM orders
                """
            ]
        )
    }

    @Test func `a dataset that is not known yet stands for itself`() {
        let plan = expectations("  - references: {column: user_id, to: raw.users}").plan(for: orders)
        #expect(
            plan.inspection(ofCheck: 0, from: "orders")?.text == """
                SELECT * FROM orders WHERE "user_id" IS NOT NULL AND ("user_id" IN \
                (SELECT DISTINCT "referenced"."user_id" FROM "raw"."users" AS referenced)) IS NOT TRUE
                """
        )
    }

    // MARK: What it finds

    @Test func `a value that is nowhere is unexpected, and a missing one is left out`() throws {
        let table = try TestTable([Column("a", .int)], "(1), (2), (2), (NULL), (7), (7), (8)")
        let other = try table.other([Column("id", .bigint)], "(1), (2), (2), (NULL)")
        let outcome = try table.outcome("references: {column: a, to: raw.other.id}", reading: other)
        #expect(
            JSONText.object(outcome.result).text() == """
                {"element_count":7,"unexpected_count":3,"unexpected_percent":50.0,"partial_unexpected_list":[7,7,8],\
                "missing_count":1,"missing_percent":14.285714285714285,"unexpected_percent_total":42.857142857142854,\
                "unexpected_percent_nonmissing":50.0,"partial_unexpected_counts":[{"value":7,"count":2},{"value":8,"count":1}]}
                """
        )
        let facts = FailureFacts(outcome)
        #expect(facts.sentence == "a is in raw.other.id")
        #expect(facts.observed == "3 of 6 rows (50 %)" && facts.samples == ["7 (2×)", "8"])
        #expect(try table.outcome("references: {column: a, to: raw.other.id, mostly: 50%}", reading: other).isMet)
        #expect(try table.outcome("references: {column: a, to: raw.other.id, where: a < 7}", reading: other).isMet)
    }

    @Test func `columns are looked up together`() throws {
        let table = try TestTable(
            [Column("a", .int), Column("b", .string)],
            "(1, 'x'), (1, 'y'), (NULL, 'x'), (2, NULL), (2, 'y')"
        )
        let other = try table.other(
            [Column("m", .int), Column("n", .string)], "(1, 'x'), (2, 'y'), (1, NULL), (NULL, 'y')")
        let outcome = try table.outcome(
            "references: {columns: [a, b], to: raw.other, to_columns: [m, n]}", reading: other)
        #expect(
            JSONText.object(outcome.result).text() == """
                {"element_count":5,"unexpected_count":1,"unexpected_percent":33.33333333333333,\
                "partial_unexpected_list":[{"a":1,"b":"y"}],"missing_count":2,"missing_percent":40.0,\
                "unexpected_percent_total":20.0,"unexpected_percent_nonmissing":33.33333333333333,\
                "partial_unexpected_counts":[{"value":[1,"y"],"count":1}]}
                """
        )
        #expect(FailureFacts(outcome).sentence == "a, b are in raw.other (m, n)")
    }

    @Test func `nothing is in an empty dataset, and NaN is no value`() throws {
        let table = try TestTable([Column("a", .double)], "(1), ('NaN'), (NULL)")
        let other = try table.other([Column("a", .double)], "")
        let outcome = try table.outcome("references: {column: a, to: raw.other}", reading: other)
        #expect(FailureFacts(outcome).observed == "1 of 1 rows (100 %)")
    }

    @Test func `a dataset is looked up in itself`() throws {
        let table = try TestTable([Column("id", .int), Column("boss", .int)], "(1, NULL), (2, 1), (3, 9)")
        let itself = OtherTable(
            name: "raw.staff", row: RowType([Column("id", .int), Column("boss", .int)]), relation: "t")
        let outcome = try table.outcome("references: {column: boss, to: raw.staff.id}", reading: ["raw.staff": itself])
        #expect(FailureFacts(outcome).samples == ["9"])
    }

    @Test func `rows that refer to nothing can be set aside`() throws {
        let table = try TestTable([Column("a", .int)], "(1), (7), (NULL)")
        let other = try table.other([Column("a", .int)], "(1)")
        let suite = expectations("  - references: {column: a, to: raw.other}").reading(other)
        let result = try table.result(suite)
        guard case .setAside = result.decision(onFailure: .quarantine) else {
            Issue.record("\(result.decision(onFailure: .quarantine))")
            return
        }
        let aside = SettingAside(result)
        #expect(
            try table.texts("SELECT a || ' ' || esteira_reason FROM (\(aside.setAside(of: "t")))") == [
                "7 a is in raw.other.a"
            ])
        #expect(
            try table.texts("SELECT coalesce(a::VARCHAR, '-') FROM (\(aside.kept(of: "t"))) ORDER BY a") == ["1", "-"])
    }

    // MARK: What does not fit

    private func expectFindings(
        _ line: String, _ expected: [ExpectedDiagnostic], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText("suite: orders\nexpectations:\n  - " + line, path: "expectations/orders.yaml")
        var (read, found) = suite(text.text)
        read?.reading(["processed.users": users]).check(against: orders, found: &found)
        expectDiagnostics(found, in: text, expected, sourceLocation: sourceLocation)
    }

    @Test func `both columns must be there`() {
        expectFindings(
            "references: {column: 1️⃣user_idd1️⃣, to: processed.users.2️⃣usr_id2️⃣}",
            [
                .error("1️⃣", "EST5002", "no column 'user_idd' in the dataset", help: "did you mean 'user_id'?"),
                .error(
                    "2️⃣", "EST5002", "no column 'usr_id' in dataset 'processed.users'", help: "did you mean 'user_id'?"),
            ]
        )
        expectFindings(
            "references: {column: email, to: 1️⃣processed.users1️⃣}",
            [
                .error("1️⃣", "EST5002", "no column 'email' in dataset 'processed.users'", help: "did you mean 'mail'?")
            ]
        )
    }

    @Test func `both columns must compare`() {
        expectFindings(
            "references: {columns: [quantity, status], to: processed.users, to_columns: [rank, 1️⃣user_id1️⃣]}",
            [
                .error(
                    "1️⃣", "EST5003", "'status' is string and 'processed.users.user_id' is uuid, which do not compare",
                    help: "cast one of them before they are checked")
            ]
        )
        expectFindings("references: {column: total_price, to: processed.users.rank}", [])
    }

    @Test func `either side has as many columns`() {
        expectFindings(
            "references: 1️⃣{columns: [quantity, status], to: processed.users.rank}1️⃣",
            [
                .error(
                    "1️⃣", "EST5004", "the columns differ in number: 2 here, 1 there", help: "name as many on either side"
                )
            ]
        )
    }

    @Test(arguments: ["columns: [], to: raw.users", "columns: [], to: raw.users.user_id"])
    func `at least one column is looked up`(fields: String) {
        expectFindings(
            "references: 1️⃣{\(fields)}1️⃣",
            [.error("1️⃣", "EST5004", "no column is looked up", help: "name as many on either side")])
    }

    @Test func `one meaning has one text, however it is written`() {
        let texts = [
            "column: user_id, to: raw.users.user_id", "column: user_id, to: raw.users",
            "columns: [user_id], to: raw.users",
            "columns: [user_id], to: raw.users, to_columns: [user_id]",
        ].map { expectations("  - references: {\($0)}").canonical }
        #expect(
            Set(texts) == [#"{"kind":"references","column":"user_id","to":"raw.users","severity":"critical"}"#])
        #expect(
            expectations("  - references: {column: buyer, to: raw.users.user_id}").canonical
                == #"{"kind":"references","column":"buyer","to":"raw.users","to_columns":["user_id"],"severity":"critical"}"#
        )
    }
}
