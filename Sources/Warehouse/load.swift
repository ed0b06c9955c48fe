package import Engines

/// Loads the rows that `batches` pushes, and the load's row in the ledger, in one transaction: both or neither.
///
/// A load that the ledger has as the latest of its interval is not done again, so a run may be repeated at any time;
/// `batches` is then not called. Batches bring the columns of `request.target` in that order.
/// A replaced table is locked until the end: readers wait and see the old rows or the new.
///
/// - Parameters:
///   - agreed: what has been agreed to do to the table; a load that would do something else is refused, with nothing
///     done. Nil: whatever the table needs.
///   - accept: asked before the commit; what it throws takes everything back.
package func load(
    _ request: LoadRequest,
    over connection: PostgresConnection,
    agreed: PlannedLoad? = nil,
    batches: (_ consume: (borrowing ColumnBatch) throws -> Void) throws -> Void,
    accept: (LoadOutcome) throws -> Void = { _ in }
) throws -> LoadOutcome {
    let target = request.keyed
    try target.checkNames()
    try makeSchemas(for: target, connection)
    return try connection.transaction {
        try connection.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        _ = try connection.rows(LoadLedger.lock, [request.ledgerTarget])
        var existing = try tableShape(target.name, connection)
        // From here on nobody changes the shape that is compared. Who may only insert may not lock: an append names its
        // columns, and does nothing else to the table.
        if agreed != nil, existing != nil, request.mode != .append {
            try connection.execute("LOCK TABLE \(target.name) IN ROW EXCLUSIVE MODE")
            existing = try tableShape(target.name, connection)
        }
        if existing != nil, !request.isRepeatable, let earlier = try earlierOutcome(of: request, connection) {
            return earlier
        }
        let plan = try LoadPlan(request, existing: existing)
        try agreed?.require(plan.planned, for: target.name)
        for statement in plan.prepare { try connection.execute(statement) }
        let copied = try copyRows(plan, connection, batches)
        var outcome = LoadOutcome(rowsLoaded: copied.rows, alreadyLoaded: false, statements: plan.statements)
        outcome.bytesSent = copied.bytes
        // What a merge finds in a table that it made is nothing.
        if case .merge = request.mode, plan.settling.isEmpty {
            (outcome.rowsInserted, outcome.rowsUpdated) = (copied.rows, 0)
        }
        try outcome.settle(
            plan.settling,
            of: request,
            rows: { query throws(EngineError) in try connection.rows(query) },
            execute: { statement throws(EngineError) in try connection.execute(statement) }
        )
        for statement in plan.finish { try connection.execute(statement) }
        try accept(outcome)
        // Last, so that nobody waits for the ledger.
        try connection.execute(LoadLedger.record, request.ledgerRow(outcome))
        return outcome
    }
}

/// What a load would run, in order, given the table as it is. Throws when the table cannot take the rows.
package func plannedLoad(_ request: LoadRequest, existing: TableShape?) throws(EngineError) -> PlannedLoad {
    try LoadPlan(request, existing: existing).planned
}

extension LoadPlan {
    fileprivate var planned: PlannedLoad { PlannedLoad(statements: statements, onTable: prepare + [copy] + finish) }

    var statements: [SQL] {
        ["BEGIN"] + prepare + [copy] + settling.map(\.statement) + finish + [LoadLedger.record, "COMMIT"]
    }
}

/// The ledger and the target's schema come in a transaction of their own, since two loads that made the same schema
/// would wait for each other to the end. An empty schema left by a failed load does no harm.
private func makeSchemas(for target: TableDefinition, _ connection: PostgresConnection) throws {
    let schema = Identifier(parts: target.name.parts.dropLast())
    let found = try connection.rows(
        "SELECT to_regclass($1) IS NOT NULL AND to_regclass($2) IS NOT NULL, to_regnamespace($3) IS NOT NULL",
        [LoadLedger.table.quoted, "esteira.loads_target", schema.quoted]
    )
    let hasLedger = found.first?.isTrue(0) == true
    let hasSchema = found.first?.isTrue(1) == true
    guard !hasLedger || !hasSchema else { return }
    try connection.transaction {
        // IF NOT EXISTS does not hold between two sessions at once.
        try connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('esteira schemas', 0))")
        if !hasLedger { for statement in LoadLedger.creation { try connection.execute(statement) } }
        if !hasSchema { try connection.execute("CREATE SCHEMA IF NOT EXISTS \(schema)") }
    }
}

private func earlierOutcome(
    of request: LoadRequest,
    _ connection: PostgresConnection
) throws(EngineError) -> LoadOutcome? {
    let found =
        if case .scd2 = request.mode {
            try connection.rows(LoadLedger.latestOfMoment, [request.ledgerTarget, request.interval])
        } else {
            try connection.rows(
                LoadLedger.latest,
                [request.ledgerTarget, request.interval, request.mode.isUndoneByOthers ? "true" : "false"]
            )
        }
    return found.first.flatMap(request.earlierOutcome(in:))
}

private func copyRows(
    _ plan: LoadPlan,
    _ connection: PostgresConnection,
    _ batches: (_ consume: (borrowing ColumnBatch) throws -> Void) throws -> Void
) throws -> (rows: Int, bytes: Int) {
    var encoder = CopyEncoder(plan.columns)
    var sent = 0
    let stored = try connection.copyIn(plan.copy) { writer in
        func send(_ bytes: UnsafeRawBufferPointer) throws(EngineError) {
            try writer.send(bytes)
            sent += bytes.count
        }
        try batches { batch in try encoder.append(batch, send) }
        try encoder.finish(send)
    }
    guard stored == encoder.rowCount else {
        throw EngineError(
            .other,
            "\(encoder.rowCount) rows were sent, \(stored) were stored",
            hint: "a trigger of the table drops rows",
            statement: plan.copy
        )
    }
    return (stored, sent)
}
