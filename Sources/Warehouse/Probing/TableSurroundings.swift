package import Engines

/// What is around a table: its size, and all that hangs on it.
package struct TableSurroundings: Hashable, Sendable {
    /// Rows; nil where the server has never counted them and counting was too much.
    package var rows: Int?
    package var isExact: Bool
    package var views: [View]
    /// `analyst: SELECT, INSERT`, the owner left out.
    package var grants: [String]
    package var indexes: [String]
    /// Of other tables, pointing here.
    package var references: [Reference]
    /// Of this table, pointing elsewhere: `orders_user_id_fkey to dwh.users`.
    package var foreignKeys: [String]
    package var triggers: [String]

    package struct View: Hashable, Sendable {
        package var name: String
        package var isMaterialized: Bool
    }

    package struct Reference: Hashable, Sendable {
        package var name: String
        package var table: String
        package var onDelete: Action

        package enum Action: String, Hashable, Sendable {
            case noAction = "a"
            case restrict = "r"
            case cascade = "c"
            case setNull = "n"
            case setDefault = "d"
        }
    }

    /// Reads only; tables of more than a few megabytes are not counted.
    package init(_ table: Identifier, _ connection: PostgresConnection) throws(EngineError) {
        let name = [table.quoted]
        (rows, isExact) = try Self.rowCount(of: table, connection)
        views = try connection.rows(viewQuery, name).map { row throws(EngineError) in
            View(name: try row.text(0), isMaterialized: try row.text(1) == "m")
        }
        grants = try connection.rows(grantQuery, name).compactMap { $0[0] }
        indexes = try connection.rows(indexQuery, name).compactMap { $0[0] }
        references = try connection.rows(referenceQuery, name).map { row throws(EngineError) in
            Reference(
                name: try row.text(0), table: try row.text(1), onDelete: .init(rawValue: try row.text(2)) ?? .noAction)
        }
        foreignKeys = try connection.rows(foreignKeyQuery, name).compactMap { $0[0] }
        triggers = try connection.rows(triggerQuery, name).compactMap { $0[0] }
    }

    private static func rowCount(of table: Identifier, _ connection: PostgresConnection) throws(EngineError) -> (
        Int?, Bool
    ) {
        let found = try connection.rows(
            """
            SELECT c.reltuples::bigint, pg_relation_size(c.oid) < 67108864 AND has_table_privilege(c.oid, 'SELECT')
              AND c.relkind = 'r'
            FROM pg_class c WHERE c.oid = to_regclass($1)
            """,
            [table.quoted]
        ).first
        let estimate = found?[0].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
        guard found?.isTrue(1) == true else { return (estimate, false) }
        do {
            let counted = try connection.rows("SELECT count(*) FROM \(table)").first?[0].flatMap { Int($0) }
            return (counted, counted != nil)
        } catch  where error.code == "57014" || error.code == "55P03" {
            return (estimate, false)  // somebody has locked it, or it takes too long
        }
    }
}

/// Views over views count too.
private let viewQuery: SQL = """
    WITH RECURSIVE above (oid) AS (
      SELECT to_regclass($1)::oid
      UNION
      SELECT r.ev_class FROM above JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = above.oid
        AND d.classid = 'pg_rewrite'::regclass JOIN pg_rewrite r ON r.oid = d.objid
    )
    SELECT DISTINCT n.nspname || '.' || c.relname AS name, c.relkind
    FROM above JOIN pg_class c ON c.oid = above.oid AND c.relkind IN ('v', 'm')
      JOIN pg_namespace n ON n.oid = c.relnamespace
    ORDER BY 1
    """

private let grantQuery: SQL = """
    SELECT coalesce(r.rolname, 'PUBLIC') || ': ' || string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type)
    FROM pg_class c, aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE c.oid = to_regclass($1) AND a.grantee <> c.relowner GROUP BY r.rolname ORDER BY 1
    """

private let indexQuery: SQL = """
    SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
    WHERE i.indrelid = to_regclass($1) ORDER BY 1
    """

private let referenceQuery: SQL = """
    SELECT f.conname, n.nspname || '.' || c.relname, f.confdeltype
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE f.contype = 'f' AND f.confrelid = to_regclass($1) AND f.conrelid <> f.confrelid AND f.conparentid = 0
    ORDER BY 1, 2
    """

private let foreignKeyQuery: SQL = """
    SELECT f.conname || ' to ' || n.nspname || '.' || c.relname
    FROM pg_constraint f JOIN pg_class c ON c.oid = f.confrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE f.contype = 'f' AND f.conrelid = to_regclass($1) ORDER BY 1
    """

private let triggerQuery: SQL = """
    SELECT t.tgname FROM pg_trigger t
    WHERE t.tgrelid = to_regclass($1) AND NOT t.tgisinternal AND t.tgenabled <> 'D' ORDER BY 1
    """
