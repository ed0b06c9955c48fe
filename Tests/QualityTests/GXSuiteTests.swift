import Configuration
import Quality
import Reporting
import TestSupport
import Testing

/// Suites of Great Expectations, read as they are.
struct GXSuiteTests {
    private func meanings(_ text: String) -> [String] {
        let (read, found) = suite(text, file: "expectations/pedidos.json")
        #expect(found.items.map(\.message) == [])
        return read.map { [$0.name] + $0.expectations.map(\.canonical) } ?? []
    }

    @Test func `a suite of 0.18`() {
        let text = """
            {"expectation_suite_name": "pedidos_basico", "ge_cloud_id": null,
             "expectations": [
              {"expectation_type": "expect_column_values_to_not_be_null",
               "kwargs": {"mostly": 0.8, "column": "cliente"},
               "meta": {"dono": "vendas", "notes": {"format": "markdown", "content": ["cliente pode faltar"]}}},
              {"expectation_type": "expect_column_values_to_be_between",
               "kwargs": {"min_value": 0, "strict_min": true, "row_condition": "status==\\"pago\\"", "condition_parser": "pandas", "column": "total"},
               "meta": {}}],
             "data_asset_type": null, "meta": {"great_expectations_version": "0.18.22"}}
            """
        #expect(
            meanings(text) == [
                "pedidos_basico",
                #"{"kind":"not_null","column":"cliente","mostly":0.8,"severity":"critical"}"#,
                #"""
                {"kind":"between","column":"total","min":0,"strict_min":true,"where":"status='pago'","severity":"critical"}
                """#,
            ]
        )
        #expect(suite(text).suite?.expectations.first?.note == "cliente pode faltar")
    }

    @Test func `a suite of 1.x`() {
        let text = """
            {"name": "pedidos_basico", "id": "5fed04c3-244e-459f-8df2-ae2e0a681a20",
             "suite_parameters": {"frete_max": 80},
             "expectations": [
              {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "cliente", "mostly": 0.8},
               "meta": {"dono": "vendas"}, "notes": "cliente pode faltar", "id": "62379f79-0daa-4d16-9117-28bb8dd2ee79", "severity": "warning"},
              {"type": "expect_column_values_to_be_between",
               "kwargs": {"column": "total", "min_value": 0.0, "strict_min": true,
                 "row_condition": {"column": {"name": "status"}, "operator": "==", "parameter": "pago", "type": "comparison"}},
               "meta": {}, "id": "81cb5968-5f27-4266-9ea5-9eaea573b2a3", "severity": "critical"},
              {"type": "expect_column_values_to_be_between", "kwargs": {"column": "frete", "max_value": {"$PARAMETER": "frete_max"}},
               "meta": {}, "id": "06926a7a-0a31-48f4-9642-19e45d7d64e3", "severity": "critical"}],
             "meta": {"great_expectations_version": "1.24.1"}, "notes": null}
            """
        #expect(
            meanings(text) == [
                "pedidos_basico",
                #"{"kind":"not_null","column":"cliente","mostly":0.8,"severity":"warning"}"#,
                #"""
                {"kind":"between","column":"total","min":0.0,"strict_min":true,"where":"\"status\" = 'pago'","severity":"critical"}
                """#,
                #"{"kind":"between","column":"frete","max":80,"severity":"critical"}"#,
            ]
        )
        #expect(suite(text).suite?.expectations.first?.id == "62379f79-0daa-4d16-9117-28bb8dd2ee79")
    }

    @Test(arguments: [
        (
            "expect_column_values_to_be_in_set", #""column": "a", "value_set": ["x", null, true, 1]"#,
            #"{"kind":"in_set","column":"a","values":["x",true,1],"severity":"critical"}"#
        ),
        (
            "expect_column_values_to_be_between",
            #""column": "a", "min_value": 1, "allow_cross_type_comparisons": null, "parse_strings_as_datetimes": true"#,
            #"{"kind":"between","column":"a","min":1,"severity":"critical"}"#
        ),
        (
            "ExpectColumnMaxToBeBetween", #""column": "a", "max_value": 5, "min_value": null"#,
            #"{"kind":"max","column":"a","at_most":5,"severity":"critical"}"#
        ),
        (
            "expect_column_pair_values_A_to_be_greater_than_B", #""column_A": "a", "column_B": "b", "or_equal": true"#,
            #"{"kind":"greater","column":"a","than":"b","or_equal":true,"severity":"critical"}"#
        ),
        (
            "expect_table_row_count_to_equal", #""value": 3, "catch_exceptions": true"#,
            #"{"kind":"row_count","min":3,"max":3,"severity":"critical"}"#
        ),
        (
            "expect_compound_columns_to_be_unique", #""column_list": ["a", "b"], "ignore_row_if": "never""#,
            #"{"kind":"compound_unique","columns":["a","b"],"ignore_row_if":"never","severity":"critical"}"#
        ),
        (
            "expect_column_values_to_be_in_type_list", #""column": "a", "type_list": ["int64", "INTEGER"]"#,
            #"{"kind":"type","column":"a","is":["int64","INTEGER"],"severity":"critical"}"#
        ),
        (
            "expect_column_values_to_match_regex", #""column": "a", "regex": "^\\d{8}$""#,
            #"{"kind":"matches","column":"a","pattern":"^\\d{8}$","severity":"critical"}"#
        ),
        (
            "expect_table_columns_to_match_set", #""column_set": ["a"], "exact_match": false"#,
            #"{"kind":"column_set","columns":["a"],"exact":false,"severity":"critical"}"#
        ),
    ])
    func `an expectation and its arguments`(type: String, kwargs: String, meaning: String) {
        let text = #"{"expectations": [{"type": "\#(type)", "kwargs": {\#(kwargs)}}]}"#
        #expect(meanings(text) == ["pedidos", meaning])
    }

    @Test(arguments: [
        (#"col("a b") >= 3"#, #""a b" >= 3"#),
        (#"col("a").notnull()"#, #""a" is not null"#),
        (#"col("day") < date("2025-01-31")"#, #""day" < date '2025-01-31'"#),
        (#"status in ["a", 'b'] and `total price` != 3"#, #"status in ('a', 'b') and "total price" <> 3"#),
        ("a > 1 & ~ (b <= 2.5)", "a > 1 and not (b <= 2.5)"),
        ("status = 'it''s'", "status = 'it''s'"),
    ])
    func `a row condition as text`(theirs: String, ours: String) throws {
        let text = JSONText.object([
            (
                "expectations",
                .array([
                    .object([
                        ("type", .string("expect_column_values_to_not_be_null")),
                        ("kwargs", .object([("column", .string("a")), ("row_condition", .string(theirs))])),
                    ])
                ])
            )
        ])
        #expect(suite(text.text()).suite?.expectations.map { $0.condition?.string } == [ours])
    }

    @Test func `a row condition as an object`() {
        let text = """
            {"expectations": [{"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "a", "row_condition":
              {"type": "and", "conditions": [
                {"type": "nullity", "column": {"name": "b"}, "is_null": false},
                {"type": "comparison", "column": {"name": "c"}, "operator": "NOT_IN", "parameter": [1, "x"]}]}}}]}
            """
        #expect(
            suite(text).suite?.expectations.map { $0.condition?.string } == [
                #"("b" is not null and "c" not in (1, 'x'))"#
            ]
        )
    }

    @Test func `the same expectation twice counts once`() {
        let one = #"{"type": "expect_column_values_to_be_unique", "kwargs": {"column": "a"}, "id": "ID"}"#
        let text = "{\"expectations\": [\(one.replacing("ID", with: "1")), \(one.replacing("ID", with: "2"))]}"
        #expect(suite(text).suite?.expectations.count == 1)
    }

    @Test func `a suite without expectations is refused, not empty`() {
        let text = MarkedText(#"1️⃣{"name": "orders", "expectation": []}"#, path: "expectations/orders.yaml")
        expectDiagnostics(
            suite(text.text).found,
            in: text,
            [
                .error(
                    "1️⃣",
                    "EST5001",
                    "a suite without a list of 'expectations'",
                    help: "add 'expectations': an empty list expects nothing"
                )
            ]
        )
    }

    @Test func `what is not known is named, with the closest`() {
        let text = MarkedText(
            """
            {"expectations": [
              {"type": 1️⃣"expect_column_values_to_be_betwen"1️⃣, "kwargs": {"column": "a", "min_value": 0}},
              {"type": 2️⃣"expect_column_kl_divergence_to_be_less_than"2️⃣, "kwargs": {"column": "a"}},
              {"type": "expect_column_max_to_be_between", "kwargs": {"column": "a", 3️⃣"max_valeu"3️⃣: 5}},
              {"type": "expect_column_max_to_be_between", "kwargs": {"column": "a", "max_value": 4️⃣{"$PARAMETER": "limit"}4️⃣}},
              {"type": "expect_column_max_to_be_between", "kwargs": {"column": "a", "row_condition": 5️⃣"a ? 1"5️⃣}}
            ]}
            """,
            path: "expectations/a.json"
        )
        expectDiagnostics(
            suite(text.text, file: "expectations/a.json").found,
            in: text,
            [
                .error(
                    "1️⃣",
                    "EST5001",
                    "'expect_column_values_to_be_betwen' is not supported",
                    help: "did you mean 'expect_column_values_to_be_between'?"
                ),
                .error("2️⃣", "EST5001", "'expect_column_kl_divergence_to_be_less_than' is not supported"),
                .error(
                    "3️⃣",
                    "EST5001",
                    "'expect_column_max_to_be_between' has no argument 'max_valeu'",
                    help: "did you mean 'max_value'?"
                ),
                .error(
                    "4️⃣",
                    "EST5001",
                    "the parameter 'limit' has no value",
                    help: "give it one under 'suite_parameters', or write the value in its place"
                ),
                .error(
                    "5️⃣",
                    "EST5001",
                    "a row condition of a form that is not supported",
                    help: "write comparisons joined by 'and', 'or' and 'not'"
                ),
            ]
        )
    }
}
