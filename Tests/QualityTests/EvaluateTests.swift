import Expressions
import Reporting
import Testing

@testable import Quality

/// The meaning of expectations over rows of the real engine.
struct EvaluateTests {
    private func column(_ type: DataType, _ values: String...) throws -> TestTable {
        try TestTable([Column("a", type)], values.map { "(\($0))" }.joined(separator: ", "))
    }

    private func pairs(_ type: DataType, _ rows: String) throws -> TestTable {
        try TestTable([Column("a", type), Column("b", type)], rows)
    }

    @Test(arguments: [
        "not_null: a", "is_null: a", "unique: a", "between: {column: a, min: 1}", "in_set: {column: a, values: [1]}",
        "expression: a > 0", "sum: {column: a}",
    ])
    func `nothing judged is nothing wrong, but no value is no answer`(line: String) throws {
        #expect(try column(.int).outcome(line).isMet == !line.hasPrefix("sum"))
    }

    @Test func `a share that is exactly met is met`() throws {
        let ten = try column(.int, "1", "2", "3", "4", "5", "6", "7", "8", "9", "-1")
        #expect(try ten.outcome("between: {column: a, min: 0, mostly: 0.9}").isMet)
        #expect(try !ten.outcome("between: {column: a, min: 0, mostly: 0.91}").isMet)
    }

    @Test func `missing values are left out of the divisor`() throws {
        let table = try column(.int, "1", "NULL", "NULL", "-1")
        #expect(try table.outcome("between: {column: a, min: 0, mostly: 50%}").isMet)
        #expect(try !table.outcome("not_null: {column: a, mostly: 51%}").isMet)
        #expect(try table.outcome("not_null: {column: a, mostly: 50%}").isMet)
    }

    @Test func `NaN is a missing value`() throws {
        let table = try column(.double, "1.5", "'NaN'", "NULL")
        #expect(
            try table.observed("not_null: a") == """
                {"element_count":3,"unexpected_count":2,"unexpected_percent":66.66666666666666,\
                "partial_unexpected_list":[null,null],"partial_unexpected_counts":[{"value":null,"count":2}]}
                """
        )
        #expect(try table.outcome("between: {column: a, max: 2}").isMet)
        #expect(try table.observed("max: {column: a}") == #"{"observed_value":1.5}"#)
        #expect(try table.observed("mean: {column: a, at_least: 2}") == #"{"observed_value":1.5}"#)
    }

    @Test func `every row of a repeated value is unexpected, most frequent first`() throws {
        let table = try column(.int, "1", "2", "2", "3", "3", "3", "NULL", "NULL")
        #expect(
            try table.observed("unique: a") == """
                {"element_count":8,"unexpected_count":5,"unexpected_percent":83.33333333333334,\
                "partial_unexpected_list":[3,3,3,2,2],"missing_count":2,"missing_percent":25.0,\
                "unexpected_percent_total":62.5,"unexpected_percent_nonmissing":83.33333333333334,\
                "partial_unexpected_counts":[{"value":3,"count":3},{"value":2,"count":2}]}
                """
        )
        #expect(try table.observed("distinct_count: {column: a, at_most: 2}") == #"{"observed_value":3}"#)
        #expect(try table.observed("distinct_share: {column: a}") == #"{"observed_value":0.5}"#)
    }

    @Test func `nulls inside a key count as equal`() throws {
        let table = try pairs(.int, "(1, NULL), (1, NULL), (NULL, NULL), (NULL, NULL), (2, 3)")
        #expect(
            try table.observed("compound_unique: [a, b]") == """
                {"element_count":5,"unexpected_count":2,"unexpected_percent":66.66666666666666,\
                "partial_unexpected_list":[{"a":1,"b":null},{"a":1,"b":null}],"missing_count":2,"missing_percent":40.0,\
                "unexpected_percent_total":40.0,"unexpected_percent_nonmissing":66.66666666666666,\
                "partial_unexpected_counts":[{"value":[1,null],"count":2}]}
                """
        )
        #expect(try table.outcome("compound_unique: {columns: [a, b], ignore_row_if: any_value_is_missing}").isMet)
        #expect(try !table.outcome("compound_unique: {columns: [a, b], ignore_row_if: never, mostly: 21%}").isMet)
    }

    @Test func `a pair with one side missing is unexpected`() throws {
        let table = try pairs(.double, "(2, 1), (1, NULL), (NULL, NULL), ('NaN', 1)")
        #expect(
            try table.observed("greater: {column: a, than: b}") == """
                {"element_count":4,"unexpected_count":2,"unexpected_percent":66.66666666666666,\
                "partial_unexpected_list":[[1.0,null],[null,1.0]],"missing_count":1,"missing_percent":25.0,\
                "unexpected_percent_total":50.0,"unexpected_percent_nonmissing":66.66666666666666,\
                "partial_unexpected_counts":[{"value":[1.0,null],"count":1},{"value":[null,1.0],"count":1}]}
                """
        )
        #expect(try table.outcome("greater: {column: a, than: b, ignore_row_if: either_value_is_missing}").isMet)
    }

    @Test func `a double is a number with all its digits`() throws {
        let table = try pairs(.double, "(3.0000000000000004e-05, 1), (-1839.3620279869479, 1)")
        #expect(
            try table.observed("between: {column: a, min: 1}").contains(
                #""partial_unexpected_list":[-1839.3620279869479,3.0000000000000004e-05]"#))
    }

    @Test func `a condition that is null for a row does not hold for it`() throws {
        let table = try pairs(.int, "(2, 1), (1, NULL)")
        #expect(
            try table.observed("expression: a >= b") == """
                {"element_count":2,"unexpected_count":1,"unexpected_percent":50.0,\
                "partial_unexpected_list":[{"a":1,"b":null}],"partial_unexpected_counts":[{"value":[1,null],"count":1}]}
                """
        )
    }

    @Test(arguments: [
        (DataType.int, "sum: {column: a, at_least: 7}", #"{"observed_value":6}"#),
        (.int, "mean: {column: a, at_least: 7}", #"{"observed_value":2.0}"#),
        (.int, "stddev: {column: a, at_most: 0.5}", #"{"observed_value":1.0}"#),
        (.decimal(precision: 12, scale: 2), "median: {column: a, at_least: 7}", #"{"observed_value":2.0}"#),
        (.decimal(precision: 12, scale: 2), "sum: {column: a, at_least: 7}", #"{"observed_value":6.0}"#),
        (.decimal(precision: 12, scale: 2), "max: {column: a, at_most: 2.99}", #"{"observed_value":3.0}"#),
        (.string, "min: {column: a, at_least: '2'}", #"{"observed_value":"1"}"#),
        (.int, "row_count: {min: 4}", #"{"observed_value":3}"#),
        (.int, "type: {column: a, is: [string, StringType]}", #"{"observed_value":"int"}"#),
        (.int, "column_count: {max: 0}", #"{"observed_value":1}"#),
        (
            .int, "column_set: [b, c]",
            #"{"observed_value":["a"],"details":{"mismatched":{"unexpected":["a"],"missing":["b","c"]}}}"#
        ),
        (
            .int, "column_order: [b]",
            """
            {"observed_value":["a"],"details":{"mismatched":[\
            {"Expected Column Position":0,"Expected":"b","Found":"a"}]}}
            """
        ),
        (.int, "column_exists: b", "{}"),
    ])
    func `a value outside its bounds is observed`(type: DataType, line: String, observed: String) throws {
        let table = try column(type, "'1'", "'2'", "'3'")
        #expect(try table.observed(line) == observed)
        #expect(try !table.outcome(line).isMet)
    }

    @Test(arguments: [
        "sum: {column: a, at_least: 6, at_most: 6}", "min: {column: a, at_least: 0, strict_min: true}",
        "row_count: {min: 3, max: 3}", "row_count: {max: 1, where: a > 2}", "type: {column: a, is: IntegerType}",
        "type: {column: a, is: [BIGINT, INTEGER]}", "column_set: {columns: [], exact: false}", "column_order: [a]",
        "column_exists: {column: a, index: -1}", "max: {column: a, at_most: 1, where: a < 2}",
        "unique: {column: a, where: a > 1}", "in_set: {column: a, values: [1, 2, 3]}",
        "not_in_set: {column: a, values: [4]}",
    ])
    func `a value inside its bounds is met`(line: String) throws {
        #expect(try column(.int, "1", "2", "3").outcome(line).isMet)
    }

    @Test func `a value is compared as its column's type`() throws {
        let table = try column(.timestamp, "'2025-01-31 10:00:00'", "'2025-02-01 00:00:00'")
        #expect(try table.outcome("between: {column: a, min: 2025-01-31, max: 2025-02-01}").isMet)
        #expect(
            try table.observed("max: {column: a, at_most: 2025-01-31T23:59:59}")
                == #"{"observed_value":"2025-02-01 00:00:00"}"#
        )
        #expect(try column(.string, "'1'", "'02'").outcome("in_set: {column: a, values: [1, '02']}").isMet)
    }

    @Test func `text is searched, measured in code points, and matched with LIKE`() throws {
        let table = try column(.string, "'maçã'", "'pera'")
        #expect(try table.outcome("matches: {column: a, pattern: 'a$|ã$'}").isMet)
        #expect(try table.outcome("length: {column: a, min: 4, max: 4}").isMet)
        #expect(try !table.outcome("like: {column: a, pattern: m%}").isMet)
        #expect(try table.outcome("not_like: {column: a, pattern: M%}").isMet)
        #expect(try table.outcome("not_matches: {column: a, pattern: z}").isMet)
    }

    @Test func `an expectation that does not fit is reported beside the others`() throws {
        let result = try column(.int, "1").result(expectations("  - not_null: [a, b]"))
        #expect(result.outcomes.map(\.verdict) == [.met, .impossible("no column 'b' in the dataset")])
    }

    @Test func `an expectation that the engine refuses does not hide the others`() throws {
        let table = try column(.string, "'x'")
        let result = try table.result(
            expectations("  - matches: {column: a, pattern: '*x'}\n  - in_set: {column: a, values: [y]}")
        )
        #expect(
            result.outcomes.map(\.verdict) == [
                .impossible("Invalid Input Error: no argument for repetition operator: *"), .broken,
            ]
        )
    }

    @Test func `at most twenty samples are kept and all rows counted`() throws {
        let table = try TestTable([Column("a", .int)], "(0)")
        let many = try TestTable([Column("a", .int)], (1...30).map { "(\($0))" }.joined(separator: ", "))
        guard case .rows(let counts, _, let samples) = try many.outcome("between: {column: a, max: 0}").observation
        else {
            Issue.record("no rows were judged")
            return
        }
        #expect(counts == RowCounts(total: 30, missing: 0, unexpected: 30))
        #expect(samples.count == 20)
        #expect(try table.outcome("between: {column: a, max: 0}").isMet)
    }
}
