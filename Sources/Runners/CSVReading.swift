import DuckDBEngine
import Engines
import Execution
import Expressions
import Foundation
import Kinds
import Planning
import Reporting

/// CSV files of one source: read fast where every value is as the schema says, thoroughly where one is not.
struct CSVReading: CarefulReading {
    /// Files whose columns stand in the same order are read together.
    struct Group: Sendable {
        var columns: [FileColumn]
        var files: [String]
    }

    private let groups: [Group]
    private let dialect: DuckDBEngine.CSVDialect
    private let action: BadRowPolicy.Action
    private let names: [Identifier]
    private var isSerial = false

    init(_ groups: [Group], _ dialect: DuckDBEngine.CSVDialect, _ action: BadRowPolicy.Action, names: [String]) {
        self.groups = groups
        self.dialect = dialect
        self.action = action
        self.names = names.map { Identifier($0) }
    }

    var rejects: CSVRejects? { action == .fail ? nil : CSVRejects(name: "rejects", isSerial: isSerial) }

    /// Whoever searches finds everything.
    private static let searchRejects = CSVRejects(name: "rejects", isSerial: true)

    var serial: CSVReading? {
        guard !isSerial, rejects != nil else { return nil }
        var reading = self
        reading.isSerial = true
        return reading
    }

    /// All rows. A value that the policy does not make null, and that is not exactly one of its type, fails it.
    var exact: SQL {
        union { group in
            if action == .null, let rejects {
                return readCSV(group.files, dialect: dialect, columns: group.columns, badRows: .null(rejects))
            }
            return readExactCSV(group.files, dialect: dialect, columns: group.columns, rejects: rejects)
        }
    }

    func search(_ session: DuckDBSession) throws -> FoundRows? {
        guard action != .fail else { throw try firstFailure(session) }
        let rejects = Self.searchRejects
        try session.execute(rejects.drop)
        for group in groups { _ = try session.rows(lossy(group).unreadable(rejects)) }
        try session.execute("CREATE OR REPLACE TEMPORARY TABLE set_aside AS \(rejects.query)")
        try findLost(session)
        return FoundRows(
            relation: union { lossy($0).goodRows(rejects) },
            reasons: "SELECT * FROM set_aside ORDER BY file, record, column_name",
            rejected: try session.count("SELECT DISTINCT file, record FROM set_aside")
        )
    }

    func recordCount(_ session: DuckDBSession, hasRejects: Bool) throws -> Int? {
        guard let rejects, try hasRejects || mayEndEarly else { return nil }
        let (whole, cut) = try recordCounts(session, isSerial: rejects.isSerial)
        // Only records that are cut wrongly are left out of this count; where there are any, some may be lost to it.
        guard cut > 0, !rejects.isSerial else { return whole + cut }
        let (allWhole, allCut) = try recordCounts(session, isSerial: true)
        return allWhole + allCut
    }

    private func recordCounts(_ session: DuckDBSession, isSerial: Bool) throws -> (whole: Int, cut: Int) {
        let rejects = CSVRejects(name: "uncounted", isSerial: isSerial)
        try session.execute(rejects.drop)
        defer { _ = try? session.execute(rejects.drop) }  // they go with the session anyway
        let whole = try groups.reduce(0) { count, group in
            let relation = csvRecords(group.files, dialect: dialect, columns: group.columns, rejects: rejects)
            return try count + session.count("SELECT 1 FROM \(relation)")
        }
        return (whole, try session.count(rejects.records))
    }

    /// Whether a file is longer than what is read at a time, as `CSVRejects` tells; of compressed ones nobody knows.
    private var mayEndEarly: Bool {
        get throws {
            guard !isSerial else { return false }
            return try groups.flatMap(\.files).contains { file in
                let size = try URL(filePath: file).resourceValues(forKeys: [.fileSizeKey]).fileSize
                guard let size, !dialect.isCompressed(file) else { return true }
                return size > CSVRejects.bufferSize
            }
        }
    }

    /// What the engine says of the first value that it does not take; else the first that would lose something.
    private func firstFailure(_ session: DuckDBSession) throws -> TaskFailure {
        for group in groups {
            let values = group.columns.map { "count(\(Identifier($0.name)))" as SQL }.joined(separator: ", ")
            let relation = readCSV(group.files, dialect: dialect, columns: group.columns)
            _ = try session.rows("SELECT \(values) FROM \(relation)")
        }
        try session.execute(
            """
            CREATE OR REPLACE TEMPORARY TABLE set_aside (file VARCHAR, record UBIGINT, byte_position UBIGINT, \
            column_name VARCHAR, error_type VARCHAR, error_message VARCHAR, csv_line VARCHAR)
            """
        )
        try findLost(session)
        return try session.failureOfFirstSetAside(unit: "line")
    }

    /// Adds to the table what would lose something.
    private func findLost(_ session: DuckDBSession) throws {
        let rejects = Self.searchRejects
        for group in groups {
            let csv = lossy(group)
            guard !csv.candidates.isEmpty else { continue }
            try session.execute(rejects.drop)
            let names = zip(csv.candidates, try session.row(csv.counts(rejects))).filter { $0.1 != .integer(0) }.map(
                \.0)
            guard !names.isEmpty else { continue }
            try session.execute(rejects.drop)
            _ = try session.rows(csv.search(names, rejects))
            try session.execute("INSERT INTO set_aside \(csv.lost(names, rejects))")
        }
        try session.execute(rejects.drop)
    }

    private func lossy(_ group: Group) -> LossyCSV {
        LossyCSV(group.files, dialect: dialect, columns: group.columns)
    }

    private func union(_ scan: (Group) -> SQL) -> SQL {
        let scans = groups.map(scan)
        guard scans.count > 1 else { return scans[0] }
        return "(\(scans.map { "SELECT \(names) FROM \($0)" as SQL }.joined(separator: " UNION ALL ")))"
    }
}
