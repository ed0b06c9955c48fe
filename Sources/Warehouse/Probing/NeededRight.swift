package import Engines

/// Something that a role must be allowed before a load can be done.
package enum NeededRight: Hashable, Sendable {
    /// Make schemas in the database.
    case createInDatabase
    case temporaryTables
    case createInSchema(String)
    case useSchema(String)
    /// A privilege such as `INSERT`.
    case table(Identifier, privilege: String)
    /// Tables can be altered by their owner alone.
    case ownership(Identifier)

    /// `INSERT on dwh.users`
    package var words: String {
        switch self {
        case .createInDatabase: "CREATE on the database"
        case .temporaryTables: "TEMPORARY on the database"
        case .createInSchema(let schema): "CREATE on schema \(schema)"
        case .useSchema(let schema): "USAGE on schema \(schema)"
        case .table(let table, let privilege): "\(privilege) on \(table.parts.joined(separator: "."))"
        case .ownership(let table): "ownership of \(table.parts.joined(separator: "."))"
        }
    }

    /// What somebody who may gives the role it with.
    package func grant(to role: String, database: String) -> SQL {
        let role = Identifier(role)
        return switch self {
        case .createInDatabase: "GRANT CREATE ON DATABASE \(Identifier(database)) TO \(role)"
        case .temporaryTables: "GRANT TEMPORARY ON DATABASE \(Identifier(database)) TO \(role)"
        case .createInSchema(let schema): "GRANT CREATE ON SCHEMA \(Identifier(schema)) TO \(role)"
        case .useSchema(let schema): "GRANT USAGE ON SCHEMA \(Identifier(schema)) TO \(role)"
        case .table(let table, let privilege): "GRANT \(SQL(trusted: privilege)) ON \(table) TO \(role)"
        case .ownership(let table): "ALTER TABLE \(table) OWNER TO \(role)"
        }
    }

    /// Asks the server. A table that is not there needs nothing.
    package func isHeld(over connection: PostgresConnection) throws(EngineError) -> Bool {
        let rows =
            switch self {
            case .createInDatabase: try connection.rows("SELECT has_database_privilege(current_database(), 'CREATE')")
            case .temporaryTables: try connection.rows("SELECT has_database_privilege(current_database(), 'TEMPORARY')")
            case .createInSchema(let schema):
                try connection.rows(
                    "SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = $1",
                    [schema]
                )
            case .useSchema(let schema):
                try connection.rows(
                    "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = $1",
                    [schema]
                )
            case .table(let table, let privilege):
                try connection.rows("SELECT has_table_privilege(oid, $3) \(Self.byName)", table.parts + [privilege])
            case .ownership(let table):
                try connection.rows("SELECT pg_has_role(c.relowner, 'USAGE') \(Self.byName)", table.parts)
            }
        return rows.first?.isFalse(0) != true
    }

    /// By the catalogue and not by `to_regclass`, which fails without USAGE on the schema.
    private static let byName: SQL = """
        FROM pg_class c WHERE c.relname = $2 AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1)
        """
}

/// The rights that statements of a load need, each once, in the order in which they come up.
///
/// - Parameter table: with its schema.
package func neededRights(of statements: [SQL], on table: Identifier) -> [NeededRight] {
    var rights: [NeededRight] = []
    func need(_ right: NeededRight) { if !rights.contains(right) { rights.append(right) } }
    let isNew = statements.contains { $0.text.hasPrefix("CREATE TABLE") }
    let schema = table.parts.first ?? "public"
    let stages = statements.contains { $0.text.hasPrefix("CREATE TEMPORARY TABLE") }
    if isNew { need(.createInSchema(schema)) }
    if isNew, stages { need(.temporaryTables) }
    for statement in statements where !isNew {
        let text = statement.text
        let begins = { (start: String) in text.hasPrefix(start) }
        if begins("ALTER TABLE \"pg_temp\"") || begins("COPY \"pg_temp\"") { continue }
        if begins("TRUNCATE") { need(.table(table, privilege: "TRUNCATE")) }
        if begins("DELETE FROM") { need(.table(table, privilege: "DELETE")) }
        if begins("COPY") || text.contains("INSERT INTO \(table.quoted)") { need(.table(table, privilege: "INSERT")) }
        if begins("CREATE TEMPORARY TABLE") {
            need(.temporaryTables)
            need(.table(table, privilege: "SELECT"))
        }
        if text.contains("DO UPDATE SET") || begins("UPDATE") { need(.table(table, privilege: "UPDATE")) }
        if begins("ALTER TABLE") || begins("DROP INDEX") || begins("CREATE UNIQUE INDEX") || begins("CREATE INDEX")
            || begins("COMMENT ON")
        {
            need(.ownership(table))
        }
        if begins("CREATE UNIQUE INDEX") || begins("CREATE INDEX") || text.contains(" ADD PRIMARY KEY ")
            || text.contains(" ADD CONSTRAINT ")
        {
            need(.createInSchema(schema))
        }
    }
    return rights
}
