internal import Engines

extension EngineError {
    /// DuckDB's text as an error. It always begins with the kind (`Binder Error: `), also where the C API has no
    /// other way to tell it (preparing, opening), so one table serves all calls.
    ///
    /// The message is the first line with the place in the statement; candidates that DuckDB names become the hint.
    static func duckDB(_ text: String, statement: SQL? = nil) -> Self {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let first = lines.first ?? "DuckDB gives no reason"
        let place = Self.statementPlace(in: lines).map { " (\($0))" } ?? badRow(in: lines)
        return Self(
            knownReason(of: first), first + place, hint: candidates(in: lines) ?? hint(for: first), statement: statement
        )
    }

    /// What to do about what the machine refused.
    private static func hint(for line: String) -> String? { waysOut.first { line.contains($0.said) }?.hint }

    private static let waysOut: [(said: String, hint: String)] = [
        ("No space left on device", "free some space where this file lies, or put it on a larger file system"),
        ("Disk quota exceeded", "free some space where this file lies, or raise the quota"),
        ("Permission denied", "give the user who runs this the right to this file and its folder"),
        ("Read-only file system", "give the user who runs this the right to write in this folder"),
        ("Could not set lock on file", "another process has this file open: wait for it, or stop that process"),
        ("CSV Error on Line", "correct the file, or set such rows aside with 'bad_rows: quarantine'"),
        ("Out of Memory Error", "raise 'memory' of the profile's engine, or lower its 'threads' or '--jobs'"),
    ]

    /// Of a CSV file, whose error names only the line at first: file and cause. The row itself is not kept.
    private static func badRow(in lines: [String]) -> String {
        guard lines.first?.contains("CSV Error on Line") == true else { return "" }
        let file = lines.first { $0.hasPrefix("  file = ") }.map { " of '\($0.dropFirst(9))'" }
        let cause = lines.first { line in badRowCauses.contains { line.hasPrefix($0) } }.map { ": \($0)" }
        return [file, cause].compactMap(\.self).joined()
    }

    private static let badRowCauses = [
        "Error when converting", "Expected Number of Columns", "Value with unterminated quote", "Invalid unicode",
        "Maximum line size",
    ]

    private static let reasons: [(prefix: String, reason: Reason)] = [
        ("Parser Error", .parse), ("Syntax Error", .parse),
        ("Binder Error", .bind), ("Catalog Error", .bind), ("Dependency Error", .bind),
        ("Constraint Error", .constraint), ("TransactionContext Error", .constraint),
        ("Conversion Error", .conversion), ("Out of Range Error", .conversion), ("Mismatch Type Error", .conversion),
        ("Invalid Input Error", .conversion), ("Out of Memory Error", .outOfMemory),
        ("IO Error", .io), ("HTTP Error", .io), ("Permission Error", .permission),
        ("INTERRUPT Error", .interrupted), ("Connection Error", .connection),
    ]

    private static func knownReason(of line: String) -> Reason {
        reasons.first { line.hasPrefix($0.prefix) }?.reason ?? .other
    }

    /// `line 1, column 8`, from DuckDB's excerpt and the caret under it; the excerpt itself is not kept, as it
    /// repeats the statement. Of a shortened excerpt only the line is known.
    private static func statementPlace(in lines: [String]) -> String? {
        guard let index = lines.firstIndex(where: { $0.hasPrefix("LINE ") }),
            let match = lines[index].prefixMatch(of: #/LINE (\d+): /#)
        else { return nil }
        let excerpt = lines[index][match.range.upperBound...]
        guard !excerpt.hasPrefix("..."), index + 1 < lines.count,
            let caret = lines[index + 1].firstIndex(of: "^")
        else { return "line \(match.1)" }
        let offset = lines[index + 1].distance(from: lines[index + 1].startIndex, to: caret)
        return "line \(match.1), column \(offset - match.0.count + 1)"
    }

    private static func candidates(in lines: [String]) -> String? {
        lines.dropFirst().first { $0.hasPrefix("Did you mean") || $0.hasPrefix("Candidate") }
    }
}
