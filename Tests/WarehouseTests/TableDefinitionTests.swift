import Engines
import Expressions
import Testing

@testable import Warehouse

struct TableDefinitionTests {
    @Test func `writes a table with its key, index and comments`() {
        let orders = TableDefinition(
            name: Identifier("dwh", "orders"),
            columns: [
                TableColumn("order_id", .uuid),
                TableColumn("total", .decimal(precision: 12, scale: 2), comment: "in R$"),
                TableColumn("created_at", .timestamp, isNullable: false), TableColumn("note", .string),
            ],
            primaryKey: ["order_id"],
            indexes: [["created_at", "total"]],
            comment: "one row per 'order'"
        )
        #expect(
            orders.createTable == """
                CREATE TABLE "dwh"."orders" (
                  "order_id" uuid NOT NULL,
                  "total" numeric(12,2),
                  "created_at" timestamp without time zone NOT NULL,
                  "note" text
                )
                """
        )
        #expect(
            orders.keysAndIndexes == [
                #"ALTER TABLE "dwh"."orders" ADD PRIMARY KEY ("order_id")"#,
                #"CREATE INDEX ON "dwh"."orders" ("created_at", "total")"#,
            ]
        )
        #expect(
            orders.comments == [
                #"COMMENT ON TABLE "dwh"."orders" IS 'one row per ''order'''"#,
                #"COMMENT ON COLUMN "dwh"."orders"."total" IS 'in R$'"#,
            ]
        )
        let extra = [TableColumn("a", .bigint, isNullable: false)]
        #expect(
            orders.addColumns(extra, emptied: false) == [#"ALTER TABLE "dwh"."orders" ADD COLUMN "a" bigint"#]
        )
        #expect(
            orders.addColumns(extra, emptied: true) == [
                #"ALTER TABLE "dwh"."orders" ADD COLUMN "a" bigint NOT NULL"#
            ]
        )
    }

    @Test(arguments: [
        (DataType.boolean, "boolean"), (.int, "integer"), (.bigint, "bigint"), (.double, "double precision"),
        (.decimal(precision: 38, scale: 9), "numeric(38,9)"), (.string, "text"), (.date, "date"),
        (.timestamp, "timestamp without time zone"), (.timestamptz, "timestamp with time zone"), (.uuid, "uuid"),
        (.binary, "bytea"), (.json, "jsonb"), (.list(.string), "jsonb"), (.null, "text"),
    ])
    func `has a column type for every type, and reads it back`(type: DataType, spelling: String) {
        #expect(postgresType(type).text == spelling)
        #expect(PostgresType(serverSpelling: spelling) == PostgresType(type))
    }

    @Test func `refuses names that the server would cut or cannot keep`() throws {
        func check(_ columns: [String], table: [String] = ["t"], key: [String] = []) throws -> EngineError {
            let definition = TableDefinition(
                name: Identifier(parts: table),
                columns: columns.map { TableColumn($0, .int) },
                primaryKey: key
            )
            return try engineError { try definition.checkNames() }
        }
        let long = String(repeating: "ç", count: 32)
        #expect(
            try check([long]).description
                == "[42622] the name '\(long)' has 64 bytes; PostgreSQL keeps 63 (choose a shorter name)"
        )
        #expect(try check(["a\0b"]).code == "42602")
        #expect(try check([""]).code == "42602")
        #expect(try check(["a", "a"]).message == #"the column 'a' of "t" is there twice"#)
        #expect(try check([]).message == #"the table "t" has no columns"#)
        #expect(try check(["a"], table: ["x", "y", "z"]).message == #"the table name "x"."y"."z" has 3 parts"#)
        #expect(try check(["a"], key: ["b"]).message == #"the key column 'b' of "t" is not one of its columns"#)
    }
}
