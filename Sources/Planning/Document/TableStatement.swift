import Engines
import Foundation

/// What one of our statements does to a table, in words: told from the beginning of its text, which we wrote.
struct TableStatement {
    /// Nil for statements that change neither shape nor rows by themselves.
    let words: String?
    /// PostgreSQL's table lock, nil where it takes none that another reader or writer could meet.
    let lock: String?
    let removesRows: Bool

    init(_ statement: SQL) {
        let text = statement.text
        // The stage is of this session alone.
        let isOfStage = ["ALTER TABLE", "COPY"].contains { text.hasPrefix("\($0) \"pg_temp\".") }
        let matching = isOfStage ? nil : Self.forms.first { text.hasPrefix($0.start) }
        words = matching?.words(text)
        lock = matching?.lock
        removesRows = matching?.removesRows == true
    }

    /// From the least to the most that others must wait for.
    static let lockOrder = ["ROW EXCLUSIVE", "SHARE", "ACCESS EXCLUSIVE"]

    private struct Form: Sendable {
        var start: String
        var lock: String?
        var removesRows = false
        var words: @Sendable (String) -> String?
    }

    private static let forms: [Form] = [
        Form(start: "CREATE TABLE", lock: nil) { "new table, \($0.split(separator: "\n").count - 2) columns" },
        Form(start: "CREATE UNIQUE INDEX", lock: "SHARE") { "unique index on \(lastParentheses($0))" },
        Form(start: "CREATE INDEX", lock: "SHARE") { "index on \(lastParentheses($0))" },
        Form(start: "ALTER TABLE", lock: "ACCESS EXCLUSIVE", words: altered),
        Form(start: "DROP INDEX", lock: "ACCESS EXCLUSIVE") { _ in "index taken away, and made again after the rows" },
        Form(start: "TRUNCATE", lock: "ACCESS EXCLUSIVE", removesRows: true) { _ in "all rows removed first" },
        Form(start: "DELETE FROM", lock: "ROW EXCLUSIVE", removesRows: true, words: deleted),
        Form(start: "UPDATE", lock: "ROW EXCLUSIVE") { _ in nil },
        Form(start: "COPY", lock: "ROW EXCLUSIVE") { _ in nil },
        Form(start: "WITH merged", lock: "ROW EXCLUSIVE") { _ in nil },
        Form(start: "INSERT INTO", lock: "ROW EXCLUSIVE") { _ in nil },
    ]

    /// Where partitions with a null are deleted apart, it is told once.
    @Sendable private static func deleted(_ text: String) -> String? {
        guard text.contains("\nUSING ") else { return "all rows deleted first" }
        return text.contains(" IS NULL") ? nil : "rows of the partitions that come deleted first"
    }

    @Sendable private static func altered(_ text: String) -> String? {
        func rest(after part: String) -> String? {
            text.range(of: part).map { text[$0.upperBound...].filter { $0 != "\"" } }
        }
        if let column = rest(after: "ADD COLUMN ") { return "new column \(column)" }
        if let key = rest(after: "ADD PRIMARY KEY ") { return "primary key \(key)" }
        if text.contains("DROP CONSTRAINT") { return "constraint taken away, and made again after the rows" }
        return text.contains("ADD CONSTRAINT") ? "constraint made again" : "table altered"
    }

    private static func lastParentheses(_ text: String) -> String {
        guard let start = text.lastIndex(of: "(") else { return "" }
        return text[start...].filter { $0 != "\"" }
    }
}
