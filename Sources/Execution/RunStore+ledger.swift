package import Foundation
import GRDB

/// Work that is done: the output of a task that is there now.
package struct LedgerEntry: Sendable, Hashable {
    package var fingerprint: String
    /// As the task's facts had it then.
    package var note: String
    package var run: RunID
    package var report: TaskReport
    package var finishedAt: Date
}

extension RunStore {
    package func ledger(scope: String) throws -> [TaskID: LedgerEntry] {
        try database.read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM outputs WHERE scope = ?", arguments: [scope])
            var entries: [TaskID: LedgerEntry] = [:]
            for row in rows {
                entries[TaskID(row["task"])] = LedgerEntry(
                    fingerprint: row["fingerprint"],
                    note: row["note"],
                    run: RunID(row["run"]),
                    report: try Self.value(row["report"]),
                    finishedAt: row["finished_at"]
                )
            }
            return entries
        }
    }

    static func forget(_ task: TaskID, scope: String, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM outputs WHERE scope = ? AND task = ?")
            .execute(arguments: [scope, task.rawValue])
    }

    /// - Parameter report: as `json` spells it.
    static func remember(
        _ task: TaskID,
        fingerprint: String,
        note: String,
        report: String,
        run: RunID,
        scope: String,
        at now: DatabaseValue,
        in database: Database
    ) throws {
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?, ?)")
            .execute(arguments: [scope, task.rawValue, fingerprint, note, run.rawValue, report, now])
    }

    /// Keys in order: equal values are equal texts.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<T: Decodable>(_ json: String) throws -> T {
        try JSONDecoder().decode(T.self, from: Data(json.utf8))
    }
}
