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
        /// Records of the files.
        var read: Int
        /// Rows of the file that was written, as its footer has it.
        var written: Int
        var rejected: Int

        /// Whether each record has become a row or was set aside.
        var isWhole: Bool { read == written + rejected }
    }

    private let work: IngestWork
    private let session: DuckDBSession
    private let reading: any CarefulReading

    private init(work: IngestWork, session: DuckDBSession, reading: any CarefulReading) {
        (self.work, self.session, self.reading) = (work, session, reading)
    }

    /// Looks at the files' headers, of which columns may stand in any order and must be the schema's, and at the types
    /// of those that have their own.
    init(_ work: IngestWork, files: [String], session: DuckDBSession) throws {
        self.work = work
        self.session = session
        let columns = Self.columns(work.row.names, work.row)
        switch work.format {
        case .parquet:
            reading = try RowReading.parquet(files, columns: columns, work.badRows.action, session)
        case .jsonLines:
            reading = RowReading.jsonLines(files, columns: columns, work.badRows.action)
        case .csv(let settings):
            let dialect = DuckDBEngine.CSVDialect(settings)
            let groups = try Self.filesByHeader(files, work.row, dialect, hasHeader: settings.hasHeader, session)
            reading = CSVReading(groups, dialect, work.badRows.action, names: work.row.names)
        }
    }

    func statement(to path: String) -> SQL { statement(to: path, from: reading.exact) }

    private func statement(to path: String, from relation: SQL, where condition: SQL? = nil) -> SQL {
        let columns = work.row.columns.map { "\(Identifier($0.name))" as SQL }
        var query: SQL = "SELECT \(columns.joined(separator: ", ")) FROM \(relation)"
        if let condition { query = "\(query) WHERE \(condition)" }
        return copyToParquet(
            query: query, path: path,
            options: ParquetOptions(work.output.parquet))
    }

    func run(to path: String, rejected: String) throws -> Outcome {
        let writing = try wholeWriting(to: path)
        if !writing.reasons.isEmpty {
            let all = writing.reasons.map { "(\($0))" as SQL }.joined(separator: " UNION ALL ")
            try session.execute("COPY (\(all)) TO \(literal: rejected) (FORMAT csv, HEADER)")
        }
        return writing.outcome
    }

    /// The fast way, and where it has lost records, the other.
    private func wholeWriting(to path: String) throws -> Writing {
        let writing = try countedWriting(to: path)
        guard !writing.outcome.isWhole, let serial = reading.serial else { return writing }
        return try FileReading(work: work, session: session, reading: serial).countedWriting(to: path)
    }

    private func countedWriting(to path: String) throws -> Writing {
        var writing = try write(to: path)
        let missing = try requiredColumnsWithNulls(in: path)
        if let first = missing.first {
            guard work.badRows.action == .quarantine else { throw nullInRequired(first) }
            try setAside(missing.map(\.column), path, &writing)
        }
        let copied = writing.outcome.written
        writing.outcome.written = try session.countRows(inParquet: path)
        writing.outcome.read = try reading.recordCount(session, hasRejects: writing.outcome.rejected > 0) ?? copied
        return writing
    }

    /// What was written from where, and why the rest was not.
    private struct Writing {
        var relation: SQL
        var outcome: Outcome
        var reasons: [SQL] = []
    }

    private func write(to path: String) throws -> Writing {
        do {
            if let rejects = reading.rejects { try session.execute(rejects.drop) }
            let written = try session.execute(statement(to: path))
            var writing = Writing(
                relation: reading.exact, outcome: Outcome(read: written, written: written, rejected: 0))
            if let rejects = reading.rejects {
                writing.outcome.rejected = try count(rejects)
                if writing.outcome.rejected > 0 { writing.reasons = [rejects.query] }
            }
            return writing
        } catch let error as EngineError where error.reason == .conversion {
            guard let found = try reading.search(session) else { throw error }
            let written = try session.execute(statement(to: path, from: found.relation))
            return Writing(
                relation: found.relation, outcome: Outcome(read: written, written: written, rejected: found.rejected),
                reasons: found.rejected > 0 ? [found.reasons] : [])
        }
    }

    /// Writes the file again without the rows that lack a required value, and adds a query for those rows.
    private func setAside(_ columns: [String], _ path: String, _ writing: inout Writing) throws {
        let isThere = columns.map { "\(Identifier($0)) IS NOT NULL" as SQL }.joined(separator: " AND ")
        try session.execute(
            """
            CREATE OR REPLACE TEMPORARY TABLE incomplete AS SELECT * FROM \(readParquet([path])) WHERE NOT (\(isThere))
            """)
        if let rejects = reading.rejects { try session.execute(rejects.drop) }
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
        return zip(required, try session.row("SELECT \(counts) FROM \(readParquet([path]))")).compactMap {
            name, value in
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

    private static func filesByHeader(
        _ files: [String], _ row: RowType, _ dialect: DuckDBEngine.CSVDialect, hasHeader: Bool, _ session: DuckDBSession
    ) throws -> [CSVReading.Group] {
        guard hasHeader else { return [CSVReading.Group(columns: columns(row.names, row), files: files)] }
        var groups: [CSVReading.Group] = []
        for file in files {
            let line = try session.rows(CSVHeader.query(for: file, dialect: dialect)).first?.first
            guard case .string(let text)? = line else {
                throw TaskFailure(
                    "'\(file)' is empty", code: Rule.emptyFile.code, hint: "a CSV file has at least its header line")
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
            "the header of '\(file)' is not the schema's: it \(parts.joined(separator: "; "))",
            code: Rule.unexpectedHeader.code,
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
