package import Engines
import Expressions
import Foundation

/// Loads a query's rows into a table of an attached DuckDB file, with the load's row in that file's ledger: the same
/// modes, exactly once as `load` does it. The query's columns are taken by name.
///
/// Loads into embedded warehouses take turns in the process: each uses all threads, and DuckDB lets the second of two
/// writers of one table fail.
///
/// - Parameters:
///   - agreed: as for `load`.
///   - accept: asked before the commit; what it throws takes everything back.
package func loadEmbedded(
    _ request: LoadRequest,
    query: SQL,
    session: any EngineSession,
    attachedAs database: Identifier,
    agreed: PlannedLoad? = nil,
    accept: (LoadOutcome) throws -> Void = { _ in }
) throws -> LoadOutcome {
    turn.lock()
    defer { turn.unlock() }
    let ledger = EmbeddedLedger(database: database)
    let name = request.target.qualified(defaultSchema: "main").name
    let table = Identifier(parts: database.parts + name.parts)
    let schema = Identifier(parts: table.parts.dropLast())
    for statement in ledger.creation + ["CREATE SCHEMA IF NOT EXISTS \(schema)"] { try session.execute(statement) }
    try session.execute("BEGIN TRANSACTION")
    do {
        let outcome = try loadInTransaction(request, query, session, ledger, table, agreed)
        if !outcome.alreadyLoaded { try accept(outcome) }
        try session.execute("COMMIT")
        return outcome
    } catch {
        // A lost transaction is gone already, and the first error is the one to tell.
        _ = try? session.execute("ROLLBACK")
        throw error
    }
}

private func loadInTransaction(
    _ request: LoadRequest,
    _ query: SQL,
    _ session: any EngineSession,
    _ ledger: EmbeddedLedger,
    _ table: Identifier,
    _ agreed: PlannedLoad?
) throws(EngineError) -> LoadOutcome {
    let existing = try existingColumns(of: table, session)
    if existing != nil, !request.isRepeatable,
        let latest = try session.rows(ledger.latest(request)).first?.map(\.cellText),
        let earlier = request.earlierOutcome(in: latest)
    {
        return earlier
    }
    let plan = try EmbeddedLoadPlan(request, table: table, existing: existing, query: query, ledger: ledger)
    try agreed?.require(plan.planned, for: request.target.name)
    for statement in plan.prepare { try session.execute(statement) }
    var outcome = LoadOutcome(rowsLoaded: 0, alreadyLoaded: false, statements: plan.statements)
    outcome.rowsLoaded = try session.execute(plan.insert)
    if let nulls = plan.nulls, try readCount(nulls, session) > 0 {
        throw EngineError(
            .constraint,
            "a row for \(request.target.name.quoted) has no key (\(request.uniqueKey.joined(separator: ", ")))",
            code: "23502",
            hint: "fill the key or filter such rows before the load",
            statement: nulls
        )
    }
    if let duplicates = plan.duplicates, let found = try session.rows(duplicates).first {
        if request.mode == .append { throw presentKey(request, found.map(\.cellText), duplicates) }
        throw duplicateKey(request.uniqueKey, found.map(\.cellText), request.target.name, duplicates)
    }
    try outcome.settle(
        plan.settling,
        of: request,
        rows: { query throws(EngineError) in try session.rows(query).map { $0.map(\.cellText) } },
        execute: { statement throws(EngineError) in try session.execute(statement) }
    )
    if let merge = plan.merge {
        let before = try readCount(rowCountQuery(of: table), session)
        outcome.rowsLoaded = try readCount(rowCountQuery(of: EmbeddedLoadPlan.stage), session)
        let changed = try session.execute(merge)
        let inserted = try readCount(rowCountQuery(of: table), session) - before
        outcome.rowsInserted = inserted
        outcome.rowsUpdated = changed - inserted
    }
    for statement in plan.finish { try session.execute(statement) }
    try session.execute(ledger.record(request, outcome))
    return outcome
}

/// An append finds its rows among those that were there.
private func presentKey(_ request: LoadRequest, _ found: [String?], _ statement: SQL) -> EngineError {
    let values = found.dropLast().map { $0 ?? "null" }.joined(separator: ", ")
    return EngineError(
        .constraint,
        "the key (\(request.uniqueKey.joined(separator: ", "))) = (\(values)) is in \(request.target.name.quoted) already, or comes twice",
        code: "23505",
        hint: "'mode: merge' changes the rows that are there; or leave them out before the load",
        statement: statement
    )
}

/// Work with a DuckDB file that nobody else may have open: attached for it alone, and given back after it, so that other
/// processes wait no longer than they must. One at a time in the process.
package func withAttached<Result>(
    _ file: String, as name: Identifier, options: SQL = "", _ session: any EngineSession, _ work: () throws -> Result
) throws -> Result {
    turn.lock()
    defer { turn.unlock() }
    try session.execute("ATTACH IF NOT EXISTS \(literal: file) AS \(name)\(options)")
    defer {
        _ = try? session.execute("USE memory")  // the database in use cannot be left
        _ = try? session.execute("DETACH DATABASE IF EXISTS \(name)")  // else it ends with the process
    }
    return try work()
}

/// Of threads that hold it, `loadEmbedded` takes it again.
private let turn = NSRecursiveLock()

private func existingColumns(of table: Identifier, _ session: any EngineSession) throws(EngineError) -> RowType? {
    let found = try session.rows(
        """
        SELECT count(*)::VARCHAR FROM duckdb_tables() WHERE database_name = \(literal: table.parts[0])
          AND schema_name = \(literal: table.parts[1]) AND table_name = \(literal: table.parts[2])
        """
    )
    guard found.first?.first != .string("0") else { return nil }
    return try session.describe("SELECT * FROM \(table)")
}

private func rowCountQuery(of table: Identifier) -> SQL { "SELECT count(*)::VARCHAR FROM \(table)" }

private func readCount(_ query: SQL, _ session: any EngineSession) throws(EngineError) -> Int {
    guard let count = try session.rows(query).first?.first?.cellText.flatMap({ Int($0) }) else {
        throw EngineError(.other, "a count came back as something else", statement: query)
    }
    return count
}

extension LoadRequest {
    fileprivate var uniqueKey: [String] {
        mode.key.isEmpty ? target.primaryKey : mode.key
    }
}

extension Value {
    /// The text of a cell that the query cast to VARCHAR.
    fileprivate var cellText: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

/// What `loadEmbedded` would run, given the tables as they are. Reads only; without a session, or without the table, it
/// is what makes a new one.
package func plannedEmbeddedLoad(
    _ request: LoadRequest,
    query: SQL,
    session: (any EngineSession)?,
    attachedAs database: Identifier
) throws(EngineError) -> PlannedLoad {
    let name = request.target.qualified(defaultSchema: "main").name
    let table = Identifier(parts: database.parts + name.parts)
    let existing: RowType? = if let session { try existingColumns(of: table, session) } else { nil }
    let ledger = EmbeddedLedger(database: database)
    return try EmbeddedLoadPlan(request, table: table, existing: existing, query: query, ledger: ledger).planned
}

extension EmbeddedLoadPlan {
    fileprivate var planned: PlannedLoad { PlannedLoad(statements: statements, onTable: prepare + finish) }
}
