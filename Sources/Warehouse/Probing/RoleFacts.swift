package import Engines

/// Who a connection is, and what of the load's own furniture is there.
package struct RoleFacts: Hashable, Sendable {
    package var role: String
    package var database: String
    package var isSuperuser: Bool
    /// The ledger of loads, and its index, are there.
    package var hasLedger: Bool
    package var schemas: Set<String>

    /// Reads only.
    package init(_ connection: PostgresConnection) throws(EngineError) {
        let row = try connection.row(
            """
            SELECT current_user, current_database(), (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
              count(c.oid) = 2
            FROM pg_class c WHERE c.relname IN ('loads', 'loads_target') AND c.relnamespace = (
              SELECT oid FROM pg_namespace WHERE nspname = $1)
            """,
            LoadLedger.schema.parts
        )
        role = try row.text(0)
        database = try row.text(1)
        isSuperuser = row.isTrue(2)
        hasLedger = row.isTrue(3)
        schemas = Set(try connection.rows("SELECT nspname FROM pg_namespace").compactMap { $0[0] })
    }

    /// What the load ledger needs.
    package var ledgerRights: [NeededRight] {
        guard hasLedger else { return [.createInDatabase] }
        return [
            .useSchema(LoadLedger.schema.parts[0]), .table(LoadLedger.table, privilege: "SELECT"),
            .table(LoadLedger.table, privilege: "INSERT"),
        ]
    }
}
