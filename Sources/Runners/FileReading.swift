import DuckDBEngine
import Engines
import Execution
import Expressions
import Kinds
import Planning

/// One reading of source files by DuckDB: the table expression, and what it could not read.
struct FileReading: Sendable {
    struct Outcome: Sendable {
        var written: Int
        var rejected: Int
    }

    private let work: IngestWork
    private let session: DuckDBSession
    private let relation: SQL
    private let rejects: CSVRejects?

    /// Looks at the files' headers: columns may stand in any order, and must be the schema's.
    init(_ work: IngestWork, files: [String], session: DuckDBSession) throws {
        self.work = work
        self.session = session
        switch work.format {
        case .parquet:
            relation = readParquet(files)
            rejects = nil
        case .jsonLines:
            relation = readJSONLines(files, columns: work.row.columns.map { FileColumn($0.name, sqlType($0.type)) })
            rejects = nil
        case .csv(let settings):
            let dialect = DuckDBEngine.CSVDialect(settings)
            let rejects = work.badRows.action == .fail ? nil : CSVRejects(name: "rejects")
            let scans = try Self.groups(of: files, work.row, dialect, hasHeader: settings.hasHeader, session).map {
                readCSV($0.files, dialect: dialect, columns: $0.columns, badRows: CSVBadRows(work.badRows.action, rejects))
            }
            self.rejects = rejects
            let names = work.row.names.map { Identifier($0) }
            relation =
                scans.count == 1
                ? scans[0] : "(\(scans.map { "SELECT \(names) FROM \($0)" as SQL }.joined(separator: " UNION ALL ")))"
        }
    }

    func statement(to path: String, where condition: SQL? = nil) -> SQL {
        let columns = work.row.columns.map { column -> SQL in
            let name = Identifier(column.name)
            return isTyped ? "\(name)" : "CAST(\(name) AS \(sqlType(column.type))) AS \(name)"
        }
        let filter = condition.map { " WHERE \($0)" as SQL } ?? ""
        return copyToParquet(
            query: "SELECT \(columns.joined(separator: ", ")) FROM \(relation)\(filter)", path: path,
            options: ParquetOptions(work.output.parquet))
    }

    /// CSV and JSON lines are read as the schema's types; Parquet brings types of its own.
    private var isTyped: Bool { work.format != .parquet }

    func run(to path: String, rejected: String) throws -> Outcome {
        if let rejects { try session.execute(rejects.drop) }
        var outcome = Outcome(written: try session.execute(statement(to: path)), rejected: 0)
        if let rejects { outcome.rejected = try count(rejects) }
        let missing = try requiredColumnsWithNulls(in: path)
        var reasons: [SQL] = []
        if outcome.rejected > 0, let rejects { reasons.append(rejects.query) }
        if let first = missing.first {
            guard work.badRows.action == .quarantine, let rejects else { throw nullInRequired(first) }
            reasons.append(try setAside(missing.map(\.column), rejects, path, &outcome))
        }
        guard !reasons.isEmpty else { return outcome }
        let all = reasons.map { "(\($0))" as SQL }.joined(separator: " UNION ALL ")
        try session.execute("COPY (\(all)) TO \(literal: rejected) (FORMAT csv, HEADER)")
        return outcome
    }

    /// Writes the file again without the rows that lack a required value, and gives a query for those rows.
    private func setAside(
        _ columns: [String], _ rejects: CSVRejects, _ path: String, _ outcome: inout Outcome
    ) throws -> SQL {
        let isThere = columns.map { "\(Identifier($0)) IS NOT NULL" as SQL }.joined(separator: " AND ")
        try session.execute(
            """
            CREATE OR REPLACE TEMPORARY TABLE incomplete AS SELECT * FROM \(readParquet([path])) WHERE NOT (\(isThere))
            """)
        try session.execute(rejects.drop)
        let before = outcome.written
        outcome.written = try session.execute(statement(to: path, where: isThere))
        outcome.rejected += before - outcome.written
        let reason = "a required value is missing: " + columns.joined(separator: ", ")
        return """
            SELECT \(literal: work.path) AS file, NULL::UBIGINT AS record, NULL::UBIGINT AS byte_position, \
            NULL::VARCHAR AS column_name, 'REQUIRED' AS error_type, \(literal: reason) AS error_message, \
            to_json(incomplete)::VARCHAR AS csv_line FROM incomplete
            """
    }

    private func count(_ rejects: CSVRejects) throws -> Int {
        guard case .integer(let count)? = try session.rows(rejects.count).first?.first else { return 0 }
        return Int(count)
    }

    private func requiredColumnsWithNulls(in path: String) throws -> [(column: String, rows: Int)] {
        let required = work.row.columns.filter { !$0.isNullable }.map(\.name)
        guard !required.isEmpty else { return [] }
        let counts = required.map { "count(*) - count(\(Identifier($0)))" as SQL }.joined(separator: ", ")
        let row = try session.rows("SELECT \(counts) FROM \(readParquet([path]))").first ?? []
        return zip(required, row).compactMap { name, value in
            if case .integer(let rows) = value, rows > 0 { (name, Int(rows)) } else { nil }
        }
    }

    private func nullInRequired(_ found: (column: String, rows: Int)) -> TaskFailure {
        TaskFailure(
            "\(found.rows) rows of '\(work.path)' have no value in '\(found.column)', which the schema requires",
            code: "EST3032",
            hint: "declare the column 'nullable: true', or set such rows aside with 'bad_rows: quarantine'")
    }

    // MARK: Headers

    private struct Group {
        var columns: [FileColumn]
        var files: [String]
    }

    /// Files whose columns stand in the same order are read together.
    private static func groups(
        of files: [String], _ row: RowType, _ dialect: DuckDBEngine.CSVDialect, hasHeader: Bool, _ session: DuckDBSession
    ) throws -> [Group] {
        guard hasHeader else { return [Group(columns: columns(row.names, row), files: files)] }
        var groups: [Group] = []
        for file in files {
            let line = try session.rows(CSVHeader.query(for: file, dialect: dialect)).first?.first
            guard case .string(let text)? = line else {
                throw TaskFailure("'\(file)' is empty", code: "EST3033", hint: "a CSV file has at least its header line")
            }
            let header = CSVHeader(line: text, dialect: dialect)
            if let difference = header.difference(from: row.names) { throw TaskFailure(difference, file: file) }
            let ordered = columns(header.names, row)
            if let index = groups.firstIndex(where: { $0.columns == ordered }) {
                groups[index].files.append(file)
            } else {
                groups.append(Group(columns: ordered, files: [file]))
            }
        }
        return groups
    }

    private static func columns(_ names: [String], _ row: RowType) -> [FileColumn] {
        names.compactMap { row[$0] }.map { FileColumn($0.name, sqlType($0.type)) }
    }
}

extension TaskFailure {
    fileprivate init(_ difference: CSVHeader.Difference, file: String) {
        let parts = [
            ("lacks", difference.missing), ("has besides", difference.unexpected), ("repeats", difference.repeated),
        ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.map { "'\($0)'" }.joined(separator: ", "))" }
        self.init(
            "the header of '\(file)' is not the schema's: it \(parts.joined(separator: "; "))", code: "EST3034",
            hint: "change the schema, or the file's first line")
    }
}

extension CSVBadRows {
    fileprivate init(_ action: BadRowPolicy.Action, _ rejects: CSVRejects?) {
        switch (action, rejects) {
        case (.null, let rejects?): self = .null(rejects)
        case (.quarantine, let rejects?): self = .quarantine(rejects)
        default: self = .fail
        }
    }
}

extension DuckDBEngine.CSVDialect {
    init(_ settings: CSVSettings) {
        self.init(
            delimiter: settings.delimiter, quote: settings.quote, escape: settings.quote,
            hasHeader: settings.hasHeader, nulls: [settings.null])
    }
}
