import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

/// Tables of one run that go to different databases.
@Suite struct TwoWarehousesTests {
    @Test func `Each DuckDB file gets its own tables and no others`() async throws {
        let place = try Place()
        try place.folder.write(
            """
            project: twice
            profiles:
              local: {lake: lake, connections: {near: {duckdb: near.duckdb}, far: {duckdb: far.duckdb}}}

            """, to: "esteira.yaml")
        try place.folder.write(
            """
            pipeline: both
            sources:
              rows: {csv: data/rows.csv, schema: rows}
            sinks:
              near_rows: {from: rows, table: near_rows, key: id, connection: near}
              far_rows: {from: rows, table: far_rows, key: id, connection: far}

            """, to: "pipelines/both.yaml")
        try place.folder.write("schema: rows\ncolumns: {id: {type: int, nullable: false}}\n", to: "schemas/rows.yaml")
        try place.folder.write("id\n1\n2\n", to: "data/rows.csv")
        try await place.esteira(["run"], ends: 0)
        try await place.esteira(["plan"], ends: 0)
        #expect(try tables(place, "near.duckdb") == ["near_rows"])
        #expect(try tables(place, "far.duckdb") == ["far_rows"])
    }

    private func tables(_ place: Place, _ file: String) throws -> [String] {
        let session = try openDuckDB().session()
        let path = place.folder.url.appending(path: file).path
        try session.execute("ATTACH \(literal: path) AS looked_at (READ_ONLY)")
        return try session.rows(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'looked_at' AND schema_name = 'main' ORDER BY 1"
        ).map { $0[0].text }
    }
}
