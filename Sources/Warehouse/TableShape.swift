package import Engines

/// A table as the server has it: what a load must fit into and put back.
package struct TableShape: Hashable, Sendable {
    package var columns: [Column]
    package var keys: [Key]
    package var comment: String?
    /// Neither partitioned nor foreign: can be frozen.
    package var isPlain: Bool
    /// Foreign keys of other tables point here: cannot be truncated.
    package var isReferenced: Bool

    package struct Column: Hashable, Sendable {
        package var name: String
        package var type: PostgresType
        package var isNullable: Bool
        /// A default, an identity or a generating expression fills it.
        package var isFilled: Bool
        package var comment: String?
    }

    /// An index, and the constraint behind it where there is one.
    package struct Key: Hashable, Sendable {
        package var name: Identifier
        package var columns: [String]
        package var isPrimary: Bool
        /// Unique over plain columns and all rows: rows can be matched by it.
        package var isUnique: Bool
        /// Nothing depends on it or would be lost with it: may be dropped before many rows come and made again after.
        package var isRebuildable: Bool
        package var drop: SQL
        package var create: SQL
    }

    subscript(column name: String) -> Column? { columns.first { $0.name == name } }

    var primaryKey: [String]? { keys.first(where: \.isPrimary)?.columns }
}

/// The table as it is, or nil when there is none. Reads only.
package func tableShape(_ name: Identifier, _ connection: PostgresConnection) throws(EngineError) -> TableShape? {
    guard let table = try connection.rows(tableQuery, [name.quoted]).first else { return nil }
    guard let kind = table[0].flatMap(RelationKind.init) else {
        throw EngineError(
            .bind,
            "\(name.quoted) is not a table",
            code: "42809",
            hint: "choose another name for the target"
        )
    }
    let columns = try connection.rows(columnQuery, [name.quoted]).map { row throws(EngineError) in
        TableShape.Column(
            name: try row.text(0),
            type: PostgresType(serverSpelling: try row.text(1)),
            isNullable: row.isTrue(2),
            isFilled: row.isTrue(3),
            comment: row[4]
        )
    }
    return TableShape(
        columns: columns,
        keys: try tableKeys(connection.rows(keyQuery, [name.quoted]), of: name),
        comment: table[2],
        isPlain: kind == .plain,
        isReferenced: table.isTrue(1)
    )
}

/// The kinds of relation that a load takes, as `pg_class` writes them.
private enum RelationKind: String {
    case plain = "r"
    case partitioned = "p"
    case foreign = "f"
}

/// One row comes for each column of each key.
private func tableKeys(_ rows: [[String?]], of table: Identifier) throws(EngineError) -> [TableShape.Key] {
    var keys: [TableShape.Key] = []
    for row in rows {
        let name = Identifier(parts: [row[0], row[1]].compactMap(\.self))
        if keys.last?.name == name {
            keys[keys.count - 1].columns.append(contentsOf: [row[7]].compactMap(\.self))
            continue
        }
        var key = TableShape.Key(
            name: name,
            columns: [row[7]].compactMap(\.self),
            isPrimary: row.isTrue(4),
            isUnique: row.isTrue(5),
            isRebuildable: row.isTrue(6),
            drop: "DROP INDEX \(name)",
            create: SQL(trusted: try row.text(3))
        )
        if let definition = row[2], let constraint = row[1].map({ Identifier($0) }) {
            key.drop = "ALTER TABLE \(table) DROP CONSTRAINT \(constraint)"
            key.create = "ALTER TABLE \(table) ADD CONSTRAINT \(constraint) \(SQL(trusted: definition))"
        }
        keys.append(key)
    }
    return keys
}

private let tableQuery: SQL = """
    SELECT c.relkind,
      EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid = c.oid AND f.conrelid <> c.oid),
      obj_description(c.oid, 'pg_class')
    FROM pg_class c WHERE c.oid = to_regclass($1)
    """

private let columnQuery: SQL = """
    SELECT a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, a.atthasdef OR a.attidentity <> '',
      col_description(a.attrelid, a.attnum)
    FROM pg_attribute a WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
    """

/// What would be lost with an index: its place on disk, a comment, the mark of clustering or of replication, and
/// whatever depends on it or on its constraint (views that group by the key, foreign keys).
private let keyQuery: SQL = """
    SELECT n.nspname, x.relname, pg_get_constraintdef(con.oid), pg_get_indexdef(i.indexrelid), i.indisprimary,
      i.indisunique AND i.indimmediate AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL,
      t.relkind = 'r' AND i.indisvalid AND NOT i.indisclustered AND NOT i.indisreplident AND x.reltablespace = 0
        AND obj_description(x.oid, 'pg_class') IS NULL
        AND (con.oid IS NULL OR obj_description(con.oid, 'pg_constraint') IS NULL)
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = x.oid)
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = 'pg_constraint'::regclass
          AND d.refobjid = con.oid AND d.objid <> x.oid),
      a.attname
    FROM pg_index i
    JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
    JOIN pg_class t ON t.oid = i.indrelid
    LEFT JOIN pg_constraint con ON con.conindid = i.indexrelid AND con.conrelid = i.indrelid
      AND con.contype IN ('p', 'u', 'x')
    CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k (number, place)
    LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
    WHERE i.indrelid = to_regclass($1) AND k.place <= i.indnkeyatts
    ORDER BY NOT i.indisprimary, x.relname, k.place
    """
