import DuckDBEngine
import Engines
import Execution
import Expressions
import Kinds
import Planning
import Reporting

/// JSON lines or Parquet files of one source.
struct RowReading: CarefulReading {
    private let rows: ExactRows
    private let action: BadRowPolicy.Action
    /// What a row is called by its number.
    private let unit: String

    static func jsonLines(_ files: [String], columns: [FileColumn], _ action: BadRowPolicy.Action) -> RowReading {
        RowReading(rows: .jsonLines(files, columns: columns), action: action, unit: "line")
    }

    /// Looks at the files for the types that they bring.
    static func parquet(
        _ files: [String],
        columns: [FileColumn],
        _ action: BadRowPolicy.Action,
        _ session: DuckDBSession
    ) throws -> RowReading {
        var types: [String: String] = [:]
        for row in try session.rows(ExactRows.parquetColumns(files)) {
            guard case .string(let name)? = row.first, case .string(let type)? = row.last else { continue }
            types[name] = type
        }
        return RowReading(rows: .parquet(files, columns: columns, types: types), action: action, unit: "row")
    }

    var exact: SQL { rows.exact }

    var rejects: CSVRejects? { nil }

    var serial: RowReading? { nil }

    func search(_ session: DuckDBSession) throws -> FoundRows? {
        try session.execute("CREATE OR REPLACE TEMPORARY TABLE set_aside AS \(rows.faults)")
        guard try session.count("SELECT * FROM set_aside") > 0 else { return nil }
        if action == .fail { throw try session.failureOfFirstSetAside(unit: unit) }
        // A value that becomes null sets no row aside; what is no row at all is set aside under both policies.
        let kept: SQL = action == .null ? " WHERE column_name IS NULL" : ""
        return FoundRows(
            relation: action == .null ? rows.rowsWithNulls : rows.goodRows,
            reasons: "SELECT * FROM set_aside\(kept) ORDER BY file, record, column_name",
            rejected: try session.count("SELECT DISTINCT file, record FROM set_aside\(kept)")
        )
    }

    func recordCount(_ session: DuckDBSession, hasRejects: Bool) throws -> Int? {
        guard hasRejects || rows.isCountedAtOnce else { return nil }
        return try session.count(rows.records)
    }
}
