import DuckDBEngine
import Engines
import Execution
import Expressions
import Kinds
import Planning
import Reporting

/// One reading of source files by DuckDB: the table expression, and what it could not read.
struct FileReading: Sendable {
    struct Outcome: Sendable {
        var written: Int
        var rejected: Int
    }

    private let work: IngestWork
    private let session: DuckDBSession
    private let relation: SQL
    private let csv: CSVReading?

    /// Looks at the files' headers: columns may stand in any order, and must be the schema's.
    init(_ work: IngestWork, files: [String], session: DuckDBSession) throws {
        self.work = work
        self.session = session
        switch work.format {
        case .parquet:
            relation = readParquet(files)
            csv = nil
        case .jsonLines:
            relation = readJSONLines(files, columns: work.row.columns.map { FileColumn($0.name, sqlType($0.type)) })
            csv = nil
        case .csv(let settings):
            let dialect = DuckDBEngine.CSVDialect(settings)
            let groups = try Self.groups(of: files, work.row, dialect, hasHeader: settings.hasHeader, session)
            let csv = CSVReading(groups, dialect, work.badRows.action, names: work.row.names)
            relation = csv.exact
            self.csv = csv
        }
    }

    func statement(to path: String) -> SQL { statement(to: path, from: relation) }

    private func statement(to path: String, from relation: SQL, where condition: SQL? = nil) -> SQL {
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
        var writing = try write(to: path)
        let missing = try requiredColumnsWithNulls(in: path)
        if let first = missing.first {
            guard work.badRows.action == .quarantine, csv != nil else { throw nullInRequired(first) }
            try setAside(missing.map(\.column), path, &writing)
        }
        if !writing.reasons.isEmpty {
            let all = writing.reasons.map { "(\($0))" as SQL }.joined(separator: " UNION ALL ")
            try session.execute("COPY (\(all)) TO \(literal: rejected) (FORMAT csv, HEADER)")
        }
        return writing.outcome
    }

    /// What was written from where, and why the rest was not.
    private struct Writing {
        var relation: SQL
        var outcome: Outcome
        var reasons: [SQL] = []
    }

    private func write(to path: String) throws -> Writing {
        guard let csv else {
            let written = try session.execute(statement(to: path))
            return Writing(relation: relation, outcome: Outcome(written: written, rejected: 0))
        }
        do {
            if let rejects = csv.rejects { try session.execute(rejects.drop) }
            let written = try session.execute(statement(to: path))
            let rejected = try csv.rejects.map { try count($0) } ?? 0
            let reasons = rejected > 0 ? csv.rejects.map { [$0.query] } : nil
            return Writing(
                relation: relation, outcome: Outcome(written: written, rejected: rejected), reasons: reasons ?? [])
        } catch let error as EngineError where error.reason == .conversion {
            let found = try csv.search(session)
            let written = try session.execute(statement(to: path, from: found.relation))
            return Writing(
                relation: found.relation, outcome: Outcome(written: written, rejected: found.rejected),
                reasons: [found.reasons])
        }
    }

    /// Writes the file again without the rows that lack a required value, and adds a query for those rows.
    private func setAside(_ columns: [String], _ path: String, _ writing: inout Writing) throws {
        let isThere = columns.map { "\(Identifier($0)) IS NOT NULL" as SQL }.joined(separator: " AND ")
        try session.execute(
            """
            CREATE OR REPLACE TEMPORARY TABLE incomplete AS SELECT * FROM \(readParquet([path])) WHERE NOT (\(isThere))
            """)
        if let rejects = csv?.rejects { try session.execute(rejects.drop) }
        let before = writing.outcome.written
        let again = try session.execute(statement(to: path, from: writing.relation, where: isThere))
        writing.outcome.written = again
        writing.outcome.rejected += before - again
        let reason = "a required value is missing: " + columns.joined(separator: ", ")
        writing.reasons.append(
            """
            SELECT \(literal: work.path) AS file, NULL::UBIGINT AS record, NULL::UBIGINT AS byte_position, \
            NULL::VARCHAR AS column_name, 'REQUIRED' AS error_type, \(literal: reason) AS error_message, \
            to_json(incomplete)::VARCHAR AS csv_line FROM incomplete
            """)
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
            code: Rule.requiredValueMissing.code,
            hint: "declare the column 'nullable: true', or set such rows aside with 'bad_rows: quarantine'")
    }

    // MARK: Headers

    private static func groups(
        of files: [String], _ row: RowType, _ dialect: DuckDBEngine.CSVDialect, hasHeader: Bool, _ session: DuckDBSession
    ) throws -> [CSVReading.Group] {
        guard hasHeader else { return [CSVReading.Group(columns: columns(row.names, row), files: files)] }
        var groups: [CSVReading.Group] = []
        for file in files {
            let line = try session.rows(CSVHeader.query(for: file, dialect: dialect)).first?.first
            guard case .string(let text)? = line else {
                throw TaskFailure("'\(file)' is empty", code: Rule.emptyFile.code, hint: "a CSV file has at least its header line")
            }
            let header = CSVHeader(line: text, dialect: dialect)
            if let difference = header.difference(from: row.names) { throw TaskFailure(difference, file: file) }
            let ordered = columns(header.names, row)
            if let index = groups.firstIndex(where: { $0.columns == ordered }) {
                groups[index].files.append(file)
            } else {
                groups.append(CSVReading.Group(columns: ordered, files: [file]))
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
            "the header of '\(file)' is not the schema's: it \(parts.joined(separator: "; "))", code: Rule.unexpectedHeader.code,
            hint: "change the schema, or the file's first line")
    }
}

extension DuckDBEngine.CSVDialect {
    init(_ settings: CSVSettings) {
        self.init(
            delimiter: settings.delimiter, quote: settings.quote, escape: settings.quote,
            hasHeader: settings.hasHeader, nulls: [settings.null])
    }
}
