import Engines
import Kinds
import Planning
import Reporting
import Warehouse

/// One PostgreSQL connection, asked about the tables of its loads. Every transaction of it is read only.
struct PostgresProbe {
    private(set) var found = Diagnostics()
    /// By task id.
    private(set) var blocked: [String: String] = [:]
    private(set) var impacts: [PlanDocument.Impact] = []
    private let connection: PostgresConnection
    private let name: String
    private let role: RoleFacts
    /// Missing rights that a finding names already.
    private var told: Set<NeededRight> = []

    init(_ url: String, named name: String) throws {
        self.name = name
        connection = try PostgresConnection(try PostgresURL(url))
        try connection.execute("SET default_transaction_read_only = on")
        // Nobody is to wait for a look, nor a look for anybody.
        try connection.execute("SET lock_timeout = '2s'")
        try connection.execute("SET statement_timeout = '10s'")
        role = try RoleFacts(connection)
    }

    mutating func look(at loads: [ProbedLoad]) throws {
        if role.isSuperuser, let first = loads.first {
            found.report(
                Diagnostic(
                    .superuser,
                    "connection '\(name)' is opened as the superuser '\(role.role)'",
                    at: first.connectionSpan,
                    help: "make a role for loads: CREATE ROLE … LOGIN, and GRANT it what 'plan --probe' then asks for"
                )
            )
        }
        for load in loads {
            try require(role.ledgerRights, load)
            try look(at: load)
        }
    }

    private mutating func look(at load: ProbedLoad) throws {
        let table =
            load.work.table.count == 1 ? Identifier("public", load.work.table[0]) : Identifier(parts: load.work.table)
        let schema = table.parts[0]
        guard role.schemas.contains(schema) else {
            try require([.createInDatabase], load)
            return impacts.append(load.impact(existing: nil))
        }
        // Without it the server does not even say what is there.
        guard try require([.useSchema(schema)], load) else { return }
        let shape: TableShape?
        do {
            shape = try tableShape(table, connection)
        } catch {
            _ = load.planned(&found) { () throws(EngineError) -> [SQL] in throw error }
            return
        }
        let request = load.request
        let planned = load.planned(&found) { () throws(EngineError) in
            try plannedLoad(request, existing: shape).statements
        }
        let statements: [SQL]
        if let planned {
            try require(neededRights(of: planned, on: table), load)
            statements = planned
        } else {
            blocked[load.task.id] = ProbedLoad.refusal
            statements = []
        }
        guard shape != nil else { return impacts.append(load.impact(existing: nil)) }
        let around = try TableSurroundings(table, connection)
        if let planned { warn(load, around, planned) }
        impacts.append(
            load.impact(
                existing: around.quantity,
                dependents: around.dependents(of: load.work.mode, statements),
                locks: PlanDocument.locks(of: statements)
            )
        )
    }

    /// Reports each right that is missing, once, and says whether all are there.
    @discardableResult
    private mutating func require(_ rights: [NeededRight], _ load: ProbedLoad) throws -> Bool {
        var areHeld = true
        for right in rights where try !right.isHeld(over: connection) {
            areHeld = false
            if blocked[load.task.id] == nil { blocked[load.task.id] = "role '\(role.role)' lacks \(right.words)" }
            guard told.insert(right).inserted else { continue }
            found.report(
                Diagnostic(
                    .permission,
                    "role '\(role.role)' of connection '\(name)' lacks \(right.words), which '\(load.task.id)' needs",
                    at: load.tableSpan,
                    help: "\(right.grant(to: role.role, database: role.database).text)"
                )
            )
        }
        return areHeld
    }

    private mutating func warn(_ load: ProbedLoad, _ around: TableSurroundings, _ planned: [SQL]) {
        let table = load.work.table.joined(separator: ".")
        if load.work.mode.needsKey, let rows = around.rows, rows >= 10_000,
            planned.contains(where: { $0.text.hasPrefix("CREATE UNIQUE INDEX") })
        {
            found.report(
                Diagnostic(
                    .mergeKeyUnindexed,
                    "'\(table)' has \(around.isExact ? "" : "about ")\(rows) rows and no unique index on \(load.request.mode.rowKey.joined(separator: ", "))",
                    at: load.tableSpan,
                    help: "make it before: the load would, and writers would wait meanwhile"
                )
            )
        }
        guard load.work.mode.removesRows else { return }
        let notable = around.dependents(of: load.work.mode, planned).filter { $0.isEndangered }
        guard let first = notable.first else { return }
        found.report(
            Diagnostic(
                .replaceDependents,
                "replacing '\(table)' concerns \(first.kind.rawValue.replacing("_", with: " ")) '\(first.name)': \(first.fate)",
                at: load.tableSpan,
                notes: notable.dropFirst().map {
                    .init("\($0.kind.rawValue.replacing("_", with: " ")) '\($0.name)': \($0.fate)")
                },
                help: "'mode: merge' changes rows in place"
            )
        )
    }
}
