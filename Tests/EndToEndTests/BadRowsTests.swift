import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

/// Files that are not what the schema says.
@Suite struct BadRowsTests {
    @Test func `Without a policy a row that does not fit fails the task`() async throws {
        let place = try sales("csv: data/sales.csv", "id,city,amount\n1,Recife,2.50\nfive,Natal,1.00\n")
        let run = try await place.esteira(["run"], ends: 1)
        #expect(run.output.contains("failed ingest.sales"), "\(run)")
        #expect(run.output.contains("five"), "\(run)")
        #expect(run.output.contains("skipped load.sales"), "\(run)")
        #expect(try place.folder.files().filter { $0.hasPrefix("lake/raw") } == [])
    }

    @Test func `Policy null keeps the row without the value`() async throws {
        let place = try sales(
            "csv: data/sales.csv\n    bad_rows: 'null'",
            "id,city,amount\n1,Recife,2.50\n2,Natal,cheap\n"
        )
        let run = try await place.esteira(["run"], ends: 0)
        #expect(try rows(place) == [["1", "Recife", "2.50"], ["2", "Natal", "∅"]], "\(run)")
    }

    @Test func `Policy quarantine sets the row aside with its line and reason`() async throws {
        let place = try sales(
            "csv: data/sales.csv\n    bad_rows: quarantine",
            "id,city,amount\n1,Recife,2.50\nfive,Natal,1.00\n3,Natal,1.00,9\n4,Manaus,cheap\n,Olinda,1.00\n6,Belém,1.00\n"
        )
        let run = try await place.esteira(["run"], ends: 0)
        #expect(try rows(place) == [["1", "Recife", "2.50"], ["6", "Belém", "1.00"]], "\(run)")
        let ingest = printedTable(run.output, from: "task")["ingest.sales"]
        #expect(["rows in", "rows out", "rejected"].map { ingest?[$0] } == ["6", "2", "4"], "\(run)")
        let aside = try csvRecords(place.folder.url.appending(path: "lake/quarantine/raw/sales/sales.csv"))
        #expect(aside.count == 5)
        let text = try place.folder.read("lake/quarantine/raw/sales/sales.csv")
        for part in [
            "five,Natal,1.00", "3,Natal,1.00,9", "4,Manaus,cheap", "a required value is missing: id", "Olinda",
        ] {
            #expect(text.replacing("\"\"", with: "\"").contains(part), "\(text)")
        }
    }

    /// The engine reads 32 MB at a time. Where nothing of what comes first in the last piece fits, it takes the file for
    /// ended, and says nothing.
    @Test(arguments: ["x000000,Recife de Pernambuco bem ao,1.25\n", "1000000,Recife\n"])
    func `Rows after a long run of bad ones are neither lost nor unaccounted`(bad: String) async throws {
        let good = "1000000,Recife de Pernambuco bem ao,1.25\n"
        let before = 780_488  // the first record after these begins behind byte 32,000,000
        let place = try sales(
            "csv: data/sales.csv\n    bad_rows: quarantine",
            "id,city,amount\n" + String(repeating: good, count: before) + String(repeating: bad, count: 3000)
                + String(repeating: good, count: 10)
        )
        let run = try await place.esteira(["run", "--select", "ingest.sales"], ends: 0)
        let ingest = printedTable(run.output, from: "task")["ingest.sales"]
        #expect(
            ["rows in", "rows out", "rejected"].map { ingest?[$0] } == ["783,498", "780,498", "3,000"], "\(run)")
        #expect(try csvRecords(place.folder.url.appending(path: "lake/quarantine/raw/sales/sales.csv")).count == 3001)
    }

    /// Line 2 is exact, 3 to 5 each lose something, 6 does not convert, 7 is exact in another spelling.
    private static let inexact = """
        id,city,amount
        1.0,Recife,2.500
        2.5,Natal,1.00
        3,Manaus,1.999
        4,"Olinda
        Velha",1e-3
        five,Belém,1.00
        6e0,Belém,1.00

        """

    @Test func `A value that would be rounded fails the task with its place`() async throws {
        let place = try sales("csv: data/sales.csv", "id,city,amount\n1,Recife,2.50\n2,Natal,1.999\n")
        let run = try await place.esteira(["run"], ends: 1)
        #expect(run.output.contains("failed ingest.sales: line 3 of '"), "\(run)")
        #expect(
            run.output.contains(
                """
                data/sales.csv': Error when converting column "amount". "1.999" has more than 2 digits after the point \
                (EST3035)
                """),
            "\(run)")
        #expect(try place.folder.files().filter { $0.hasPrefix("lake/raw") } == [])
    }

    @Test func `Policy null makes a value null that would be rounded`() async throws {
        let place = try sales(
            "csv: data/sales.csv\n    bad_rows: 'null'",
            Self.inexact.replacing("2.5,", with: "2,").replacing("five", with: "5"))
        let run = try await place.esteira(["run"], ends: 0)
        #expect(
            try rows(place) == [
                ["1", "Recife", "2.50"], ["2", "Natal", "1.00"], ["3", "Manaus", "∅"], ["4", "Olinda\nVelha", "∅"],
                ["5", "Belém", "1.00"], ["6", "Belém", "1.00"],
            ], "\(run)")
    }

    @Test func `Policy quarantine sets aside what would be rounded, with its line and reason`() async throws {
        let place = try sales("csv: data/sales.csv\n    bad_rows: quarantine", Self.inexact)
        let run = try await place.esteira(["run"], ends: 0)
        #expect(try rows(place) == [["1", "Recife", "2.50"], ["6", "Belém", "1.00"]], "\(run)")
        let ingest = printedTable(run.output, from: "task")["ingest.sales"]
        #expect(["rows in", "rows out", "rejected"].map { ingest?[$0] } == ["6", "2", "4"], "\(run)")
        let aside = try csvRecords(place.folder.url.appending(path: "lake/quarantine/raw/sales/sales.csv"))
        #expect(
            aside.dropFirst().map { [$0[1], $0[3], $0[4], $0[5]] } == [
                ["3", "id", "INEXACT", "Error when converting column \"id\". \"2.5\" is not a whole number"],
                [
                    "4", "amount", "INEXACT",
                    "Error when converting column \"amount\". \"1.999\" has more than 2 digits after the point",
                ],
                [
                    "5", "amount", "INEXACT",
                    "Error when converting column \"amount\". \"1e-3\" has more than 2 digits after the point",
                ],
                [
                    "6", "id", "CAST",
                    "Error when converting column \"id\". Could not convert string \"five\" to 'INTEGER'",
                ],
            ], "\(aside)")
    }

    private static let lines = """
        {"id": 1.0, "city": "Recife", "amount": 2.50}

        {"id": 2, "city": "Natal", "amount": 1.999}
        {"id": 3
        {"city": "Olinda", "amount": "1.00"}
        {"id": 6, "city": "Belém", "amount": 1e3}

        """

    @Test func `A line of JSON that would be rounded fails the task with its place`() async throws {
        let place = try sales("jsonl: data/sales.csv", "{\"id\": 1, \"amount\": 2.50}\n{\"id\": 2.5}\n")
        let run = try await place.esteira(["run"], ends: 1)
        #expect(run.output.contains("failed ingest.sales: line 2 of '"), "\(run)")
        #expect(
            run.output.contains(#"': Error when converting column "id". "2.5" is not a whole number (EST3035)"#),
            "\(run)")
        #expect(try place.folder.files().filter { $0.hasPrefix("lake/raw") } == [])
    }

    @Test func `Policy quarantine sets lines of JSON aside with their number and reason`() async throws {
        let place = try sales("jsonl: data/sales.csv\n    bad_rows: quarantine", Self.lines)
        let run = try await place.esteira(["run"], ends: 0)
        #expect(try rows(place) == [["1", "Recife", "2.50"], ["6", "Belém", "1000.00"]], "\(run)")
        let ingest = printedTable(run.output, from: "task")["ingest.sales"]
        #expect(["rows in", "rows out", "rejected"].map { ingest?[$0] } == ["5", "2", "3"], "\(run)")
        let aside = try csvRecords(place.folder.url.appending(path: "lake/quarantine/raw/sales/sales.csv"))
        #expect(
            aside.dropFirst().map { [$0[1], $0[3], $0[4], $0[5]] } == [
                [
                    "3", "amount", "INEXACT",
                    "Error when converting column \"amount\". \"1.999\" has more than 2 digits after the point",
                ],
                ["4", nil, "INVALID JSON", "the line is no JSON object"],
                [nil, nil, "REQUIRED", "a required value is missing: id"],
            ], "\(aside)")
    }

    @Test func `Policy null makes a value of a JSON line null, and sets aside what is no row`() async throws {
        let place = try sales(
            "jsonl: data/sales.csv\n    bad_rows: 'null'",
            Self.lines.replacing("{\"city\"", with: "{\"id\": 5, \"city\""))
        let run = try await place.esteira(["run"], ends: 0)
        #expect(
            try rows(place) == [
                ["1", "Recife", "2.50"], ["2", "Natal", "∅"], ["5", "Olinda", "1.00"], ["6", "Belém", "1000.00"],
            ], "\(run)")
        #expect(printedTable(run.output, from: "task")["ingest.sales"]?["rejected"] == "1", "\(run)")
    }

    @Test func `More bad rows than allowed fail the task and publish nothing`() async throws {
        let place = try sales(
            "csv: data/sales.csv\n    bad_rows: {policy: quarantine, max: 10%}",
            "id,city,amount\n1,Recife,2.50\nfive,Natal,1.00\n"
        )
        let run = try await place.esteira(["run"], ends: 1)
        #expect(
            run.output.contains("1 of 2 rows do not fit the schema, more than 'max' allows (EST3031)"),
            "\(run)"
        )
        #expect(try place.folder.files().filter { $0.hasPrefix("lake/raw") } == [])
        #expect(try place.folder.read("lake/quarantine/raw/sales/sales.csv").contains("five,Natal,1.00"))
    }

    @Test func `Columns may stand in another order`() async throws {
        let place = try sales("csv: data/sales.csv", "amount,id,city\n2.50,1,Recife\n")
        try await place.esteira(["run"], ends: 0)
        #expect(try rows(place) == [["1", "Recife", "2.50"]])
    }

    @Test func `Files of one pattern may differ in their order`() async throws {
        let place = try sales("csv: data/*.csv", "amount,id,city\n2.50,1,Recife\n")
        try place.folder.write("id,city,amount\n2,Natal,1.00\n", to: "data/more.csv")
        try await place.esteira(["run"], ends: 0)
        #expect(try rows(place) == [["1", "Recife", "2.50"], ["2", "Natal", "1.00"]])
    }

    @Test func `A header that is not the schema's is told column by column`() async throws {
        let place = try sales("csv: data/sales.csv", "id,town,amount,amount\n1,Recife,2.50,2.50\n")
        let run = try await place.esteira(["run"], ends: 1)
        #expect(
            run.output.contains("is not the schema's: it lacks 'city'; has besides 'town'; repeats 'amount' (EST3034)"),
            "\(run)"
        )
    }

    @Test func `A missing file fails its task or is skipped as declared`() async throws {
        let place = try sales("csv: data/none.csv", "")
        let failed = try await place.esteira(["run"], ends: 1)
        #expect(failed.output.contains("no file matches 'data/none.csv' (EST3030)"), "\(failed)")
        let other = try sales("csv: data/none.csv\n    if_missing: skip", "")
        let skipped = try await other.esteira(["run"], ends: 0)
        #expect(skipped.output.contains("no file matches 'data/none.csv'"), "\(skipped)")
    }

    @Test func `A compressed file is read as it is`() async throws {
        let place = try sales("csv: data/sales.csv.gz", "id,city,amount\n1,Recife,2.50\n")
        let packed = try await start(
            URL(filePath: "/usr/bin/gzip"),
            ["data/sales.csv"],
            in: place.folder.url,
            environment: [:]
        )
        #expect(packed.code == 0)
        try await place.esteira(["run"], ends: 0)
        #expect(try rows(place) == [["1", "Recife", "2.50"]])
    }

    @Test func `A row without a required value fails the task unless set aside`() async throws {
        let place = try sales("csv: data/sales.csv", "id,city,amount\n1,Recife,2.50\n,Natal,1.00\n,Olinda,1.00\n")
        let run = try await place.esteira(["run"], ends: 1)
        #expect(
            run.output.contains(
                "2 rows of 'data/sales.csv' have no value in 'id', which the schema requires (EST3032)"
            ),
            "\(run)"
        )
    }

    /// A project with one source, written as `source` says, and a table for it.
    private func sales(_ source: String, _ file: String) throws -> Place {
        let place = try Place()
        try place.folder.write(
            """
            project: dirty
            profiles:
              local: {lake: lake, connections: {warehouse: {duckdb: {path: warehouse.duckdb}}}}

            """,
            to: "esteira.yaml"
        )
        try place.folder.write(
            """
            pipeline: sales
            sources:
              sales:
                \(source)
                schema: sales
            sinks:
              sales: {from: raw.sales, table: sales, key: id}

            """,
            to: "pipelines/sales.yaml"
        )
        try place.folder.write(
            """
            schema: sales
            columns:
              id: {type: int, nullable: false}
              city: string
              amount: decimal(12,2)

            """,
            to: "schemas/sales.yaml"
        )
        try place.folder.write(file, to: "data/sales.csv")
        return place
    }

    /// The rows of the warehouse's table.
    private func rows(_ place: Place) throws -> [[String]] {
        let session = try openDuckDB().session()
        let file = place.folder.url.appending(path: "warehouse.duckdb").path
        try session.execute("ATTACH \(literal: file) AS warehouse (READ_ONLY)")
        let found = try session.rows(
            """
            SELECT id::VARCHAR, city, amount::VARCHAR
            FROM \(Identifier("warehouse", "main", "sales")) ORDER BY id
            """
        )
        return found.map { $0.map { $0 == .null ? "∅" : $0.text } }
    }
}
