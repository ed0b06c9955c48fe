package import Engines

extension PlanDocument {
    /// What each statement of a load makes others wait for, in order, those that begin alike once. Statements that take no
    /// lock of a table are left out, and so is all that a new table takes: nobody knows it yet.
    package static func locks(of statements: [SQL]) -> [Lock] {
        guard !statements.contains(where: { $0.text.hasPrefix("CREATE TABLE") }) else { return [] }
        return statements.reduce(into: []) { locks, statement in
            guard let mode = TableStatement(statement).lock else { return }
            let lock = Lock(
                statement: beginning(of: statement.text), mode: mode, words: lockWords[mode] ?? "others wait")
            if !locks.contains(lock) { locks.append(lock) }
        }
    }

    /// The words before the first name's end: `TRUNCATE TABLE dwh.users`.
    private static func beginning(of text: String) -> String {
        guard let line = text.split(separator: "\n").first(where: { !$0.hasPrefix("WITH") }) else { return "" }
        return line.prefix { $0 != "(" }.filter { $0 != "\"" }.trimmed
    }
}

private let lockWords = [
    "ROW EXCLUSIVE": "nobody waits who reads or writes other rows", "SHARE": "who writes waits until the commit",
    "ACCESS EXCLUSIVE": "who reads or writes waits until the commit",
]

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
