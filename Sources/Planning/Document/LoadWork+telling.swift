import Kinds

/// What each mode does with a table, as plans tell it.
extension LoadWork {
    /// How it does its work, in a word.
    var modeWord: String {
        switch mode {
        case .append, .replace: mode.rawValue
        case .merge, .scd2: mode.rawValue + key.inParentheses
        case .partition: mode.rawValue + partition.inParentheses
        }
    }

    func words(isNew: Bool) -> String {
        switch mode {
        case _ where isNew: "new table, filled"
        case .replace: "all rows replaced"
        case .append: "rows appended"
        case .merge: key.isEmpty ? "rows merged" : "rows merged on \(key.joined(separator: ", "))"
        case .partition: "partitions that come replaced, by \(partition.joined(separator: ", "))"
        case .scd2 where absentRows == .close:
            "history of rows kept, by \(key.joined(separator: ", ")); absent rows closed"
        case .scd2: "history of rows kept, by \(key.joined(separator: ", "))"
        }
    }

    func reversal(isNew: Bool) -> PlanDocument.Reversal {
        switch mode {
        case _ where isNew: .init(possible: true, words: "until the commit by rollback; after it by dropping the table")
        case .replace, .partition:
            .init(possible: false, words: "until the commit by rollback; after it not: the rows before are not kept")
        case .append:
            .init(possible: false, words: "until the commit by rollback; after it by hand: the rows carry no mark")
        case .merge:
            .init(possible: false, words: "until the commit by rollback; after it not: the values before are not kept")
        case .scd2:
            .init(
                possible: false,
                words: "until the commit by rollback; after it by hand: versions carry the load's moment")
        }
    }

    /// What cannot be told of the load before it is done; nil where all can.
    func unknownRows(of task: String) -> String? {
        switch mode {
        case .append, .replace: nil
        case .merge, .scd2: "rows that \(task) inserts and updates"
        case .partition: "rows that \(task) deletes"
        }
    }
}

extension [String] {
    fileprivate var inParentheses: String { isEmpty ? "" : "(\(joined(separator: ",")))" }
}
