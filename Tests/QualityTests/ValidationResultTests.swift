import Engines
import Expressions
import Reporting
import Testing

@testable import Quality

/// Six orders, their result as it is written, and what a gate makes of it.
struct ValidationResultTests {
    private let meta = ValidationMeta(
        run: "2025-01-31-1",
        time: "2025-01-31T06:00:00+00:00",
        dataset: "processed.pedidos",
        version: "0.1.0"
    )

    private func table() throws -> TestTable {
        try TestTable(
            [Column("pedido_id", .int), Column("status", .string)],
            """
            (101, 'pago'), (102, 'pago'), (103, 'enviado'), (103, 'cancelado'), (105, 'extraviado'), (106, NULL)
            """
        )
    }

    private func statuses(_ more: String = "") -> Suite {
        expectations("  - in_set: {column: status, values: [pago, enviado, cancelado]\(more)}")
    }

    @Test func `a result has the shape of Great Expectations`() throws {
        #expect(
            try table().result(statuses()).json(meta).text(indented: true) == """
                {
                  "success": false,
                  "results": [
                    {
                      "success": false,
                      "expectation_config": {
                        "type": "expect_column_values_to_be_in_set",
                        "kwargs": {
                          "column": "status",
                          "value_set": [
                            "pago",
                            "enviado",
                            "cancelado"
                          ],
                          "batch_id": "processed.pedidos"
                        },
                        "meta": {},
                        "id": null,
                        "severity": "critical"
                      },
                      "result": {
                        "element_count": 6,
                        "unexpected_count": 1,
                        "unexpected_percent": 20.0,
                        "partial_unexpected_list": [
                          "extraviado"
                        ],
                        "missing_count": 1,
                        "missing_percent": 16.666666666666664,
                        "unexpected_percent_total": 16.666666666666664,
                        "unexpected_percent_nonmissing": 20.0,
                        "partial_unexpected_counts": [
                          {
                            "value": "extraviado",
                            "count": 1
                          }
                        ]
                      },
                      "meta": {},
                      "exception_info": {
                        "raised_exception": false,
                        "exception_traceback": null,
                        "exception_message": null
                      },
                      "severity": "critical",
                      "status": "failed",
                      "sql": "SELECT * FROM t WHERE \\"status\\" IS NOT NULL AND (\\"status\\" IN ('pago', 'enviado', 'cancelado')) IS NOT TRUE"
                    }
                  ],
                  "suite_name": "orders",
                  "suite_parameters": {},
                  "statistics": {
                    "evaluated_expectations": 1,
                    "successful_expectations": 0,
                    "unsuccessful_expectations": 1,
                    "success_percent": 0.0
                  },
                  "meta": {
                    "esteira_version": "0.1.0",
                    "active_batch_definition": {
                      "data_asset_name": "processed.pedidos"
                    },
                    "run_id": {
                      "run_name": "2025-01-31-1",
                      "run_time": "2025-01-31T06:00:00+00:00"
                    },
                    "validation_time": "2025-01-31T06:00:00+00:00"
                  },
                  "id": null
                }
                """
        )
    }

    @Test func `an expectation that cannot be judged is an exception`() throws {
        let text = try table().result(expectations("  - not_null: cliente")).json(meta).text()
        #expect(
            text.contains(
                """
                "result":{},"meta":{},"exception_info":{"raised_exception":true,"exception_traceback":null,\
                "exception_message":"no column 'cliente' in the dataset"},"severity":"critical","status":"error","sql":null}
                """
            )
        )
    }

    @Test func `a suite of Great Expectations gets its own words back`() throws {
        let text = """
            {"name": "pedidos", "expectations": [{"type": "ExpectColumnValuesToBeUnique", "id": "u", "meta": {"dono": "vendas"},
              "notes": "chave", "kwargs": {"mostly": 0.5, "column": "pedido_id", "catch_exceptions": true}}]}
            """
        let suite = try #require(suite(text).suite)
        let json = try table().result(suite).json(meta).text()
        #expect(
            json.contains(
                """
                "expectation_config":{"type":"expect_column_values_to_be_unique","kwargs":{"mostly":0.5,\
                "column":"pedido_id","batch_id":"processed.pedidos"},"meta":{"dono":"vendas"},"notes":"chave","id":"u",\
                "severity":"critical"}
                """
            )
        )
    }

    @Test func `an empty suite is met and has no percentage`() throws {
        let result = try table().result(Suite(name: "none", expectations: [], file: "none.yaml"))
        #expect(result.isMet)
        #expect(result.json(meta).text().contains(#""evaluated_expectations":0,"successful_expectations":0"#))
        #expect(result.json(meta).text().contains(#""success_percent":null"#))
    }

    @Test func `only a critical failure blocks`() throws {
        let failure = FailureFacts(
            sentence: "status is one of 'pago', 'enviado' or 'cancelado'",
            importance: .critical,
            observed: "1 of 5 rows (20 %)",
            samples: [#""extraviado""#],
            note: nil,
            span: try #require(statuses().expectations.first?.span)
        )
        var warning = failure
        warning.importance = .warning
        warning.span = try #require(statuses(", severity: warning").expectations.first?.span)
        #expect(try table().result(statuses()).decision(onFailure: .block) == .block([failure]))
        #expect(try table().result(statuses()).decision(onFailure: .warn) == .warn([failure]))
        #expect(try table().result(statuses(", severity: warning")).decision(onFailure: .block) == .warn([warning]))
        #expect(try table().result(statuses(", mostly: 80%")).decision(onFailure: .block) == .pass)
    }

    @Test(arguments: [
        ("unique: pedido_id", "pedido_id is unique", "2 of 6 rows (33.33 %)", ["103 (2×)"]),
        (
            "not_null: {column: status, mostly: 99%, where: pedido_id > 104}",
            "status is not null in 99 % of rows where pedido_id > 104", "1 of 2 rows (50 %)", ["null"]
        ),
        ("row_count: {min: 10}", "the number of rows is at least 10", "observed 6", []),
        ("max: {column: pedido_id, at_most: 1}", "the maximum of pedido_id is at most 1", "observed 106", []),
        ("column_exists: cliente", "there is a column cliente", "it is not there", []),
        ("not_null: cliente", "cliente is not null", "no column 'cliente' in the dataset", []),
        (
            "expression: pedido_id < 103 or status is null", "pedido_id < 103 or status is null in every row",
            "3 of 6 rows (50 %)",
            [
                #"pedido_id 103, status "cancelado""#, #"pedido_id 103, status "enviado""#,
                #"pedido_id 105, status "extraviado""#,
            ]
        ),
    ])
    func `a failure is told in a person's words`(
        line: String,
        sentence: String,
        observed: String,
        samples: [String]
    ) throws {
        let failure = try #require(try table().result(expectations("  - " + line)).failures.first)
        #expect(failure.sentence == sentence)
        #expect(failure.observed == observed)
        #expect(failure.samples == samples)
    }

    @Test func `rows that break what is critical are told from the others`() throws {
        let suite = expectations(
            """
              - in_set: {column: status, values: [pago, enviado, cancelado]}
              - unique: pedido_id
              - not_null: {column: status, severity: warning}
              - between: {column: pedido_id, max: 104, where: status = 'extraviado'}
            """)
        let table = try table()
        let result = try table.result(suite)
        guard case .setAside(let failures) = result.decision(onFailure: .quarantine) else {
            Issue.record("\(result.decision(onFailure: .quarantine))")
            return
        }
        #expect(failures.map(\.importance) == [.critical, .critical, .critical, .warning])
        let aside = SettingAside(result)
        #expect(
            try table.texts(
                "SELECT pedido_id::VARCHAR || ' ' || esteira_reason FROM (\(aside.setAside(of: "t"))) ORDER BY 1")
                == [
                    "103 pedido_id is unique", "103 pedido_id is unique",
                    """
                    105 status is one of 'pago', 'enviado' or 'cancelado'; pedido_id is at most 104 where status = 'extraviado'
                    """,
                ])
        #expect(
            try table.texts("SELECT pedido_id::VARCHAR FROM (\(aside.kept(of: "t"))) ORDER BY 1") == [
                "101", "102", "106",
            ])
    }

    @Test func `what is critical and about no row blocks, whatever else is set aside`() throws {
        let mixed = expectations("  - row_count: {min: 10}\n  - unique: pedido_id")
        guard case .block = try table().result(mixed).decision(onFailure: .quarantine) else {
            Issue.record("a table that is too small goes on")
            return
        }
        #expect(
            try table().result(statuses(", severity: warning")).decision(onFailure: .quarantine).failures.count == 1)
        #expect(try table().result(statuses(", mostly: 80%")).decision(onFailure: .quarantine) == .pass)
    }
}
