import Engines
import Foundation
import Testing
import Warehouse

/// A role that may look at everything in a test's database and change nothing; gone with the test.
final class ReadOnlyRole {
    let url: String
    let name: String
    private let database: PrivateDatabase

    init(in database: PrivateDatabase) throws {
        self.database = database
        name = "esteira_reader_\(UUID().uuidString.prefix(8).lowercased())"
        let password = UUID().uuidString
        let (connection, role) = (try database.connect(), Identifier(name))
        try connection.execute("CREATE ROLE \(role) LOGIN PASSWORD \(literal: password)")
        for schema in try connection.rows(Self.schemas).compactMap({ $0[0] }) {
            try connection.execute("GRANT USAGE ON SCHEMA \(Identifier(schema)) TO \(role)")
            try connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA \(Identifier(schema)) TO \(role)")
        }
        var parts = try #require(URLComponents(string: database.url))
        (parts.user, parts.password) = (name, password)
        url = try #require(parts.string)
    }

    private static let schemas: SQL = """
        SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
        """

    deinit {
        // Nobody can be told here, and the role can do nothing.
        _ = try? database.connect().execute("DROP OWNED BY \(Identifier(name))")
        _ = try? database.connect().execute("DROP ROLE \(Identifier(name))")
    }
}

extension PrivateDatabase {
    /// All that statements could change: what tables there are, who may do what with them, and how often rows changed.
    func fingerprint() throws -> [[String?]] {
        try connect().rows(
            """
            SELECT 'class', c.oid::text, n.nspname || '.' || c.relname,
              concat_ws(' ', c.relkind, c.relfilenode, c.relowner, c.relacl)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_(catalog|toast)'
            UNION ALL
            SELECT 'column', attrelid::text, attname, concat_ws(' ', atttypid, attnotnull, attacl, attisdropped)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace <> 'pg_catalog'::regnamespace
            UNION ALL SELECT 'schema', oid::text, nspname, concat_ws(' ', nspowner, nspacl) FROM pg_namespace
            UNION ALL SELECT 'constraint', oid::text, conname, contype::text FROM pg_constraint
            UNION ALL SELECT 'comment', objoid::text, objsubid::text, description FROM pg_description
            WHERE classoid = 'pg_class'::regclass
            UNION ALL SELECT 'changes', relid::text, relname, concat_ws(' ', n_tup_ins, n_tup_upd, n_tup_del)
            FROM pg_stat_user_tables
            ORDER BY 1, 2, 3
            """
        )
    }
}
