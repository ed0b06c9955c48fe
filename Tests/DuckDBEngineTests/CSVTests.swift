import DuckDBEngine
import Engines
import Expressions
import TestSupport
import Testing

/// Reading CSV files under each policy for bad rows, verbatim and on the real engine.
@Suite(.ownThreads) struct CSVTests {
    private let folder: TemporaryFolder
    private let session: DuckDBSession
    private let rejects = CSVRejects(name: "bad_orders")
    private let columns = [
        FileColumn("id", "INTEGER"), FileColumn("name", "VARCHAR"), FileColumn("price", "DECIMAL(10,2)"),
        FileColumn("at", "TIMESTAMP"),
    ]

    init() throws {
        folder = try TemporaryFolder()
        session = try TestDuckDB.session(DuckDBSettings(threads: 2, preserveInsertionOrder: true))
    }

    private static let broken = """
        id,name,price,at
        1,a,1.50,1970-01-01 00:00:01
        2,b,abc,1970-01-01 00:00:01
        3,c,xx,yy
        4,d,2.5
        5,e,3.5,1970-01-01 00:00:01,extra
        6,"two
        lines",4.5,1970-01-01 00:00:01
        7,g,bad,1970-01-01 00:00:01
        8,,,
        9,"stray "quote",1,1970-01-01 00:00:01
        10,"",9.99,1970-01-01 00:00:01

        """

    private static let goodRows: [[Value]] = [
        [.integer(1), .string("a"), .decimal("1.50"), .timestamp(1_000_000)],
        [.integer(6), .string("two\nlines"), .decimal("4.50"), .timestamp(1_000_000)],
        [.integer(8), .null, .null, .null],
        [.integer(10), .string(""), .decimal("9.99"), .timestamp(1_000_000)],
    ]

    @Test func `everything about the file is said, nothing guessed`() {
        let dialect = CSVDialect(
            delimiter: ";",
            quote: "'",
            escape: "\\",
            hasHeader: false,
            nulls: ["", "NULL"],
            dateFormat: "%d/%m/%Y",
            timestampFormat: "%d/%m/%Y %H:%M",
            decimalSeparator: ",",
            encoding: "latin-1",
            compression: "gzip"
        )
        #expect(
            readCSV(["/in/it's.csv"], dialect: dialect, columns: columns, badRows: .quarantine(rejects)).text == """
                read_csv(['/in/it''s.csv'], auto_detect = false, header = false, delim = ';', quote = '''', \
                escape = '\\', nullstr = ['', 'NULL'], allow_quoted_nulls = false, encoding = 'latin-1', \
                compression = 'gzip', dateformat = '%d/%m/%Y', timestampformat = '%d/%m/%Y %H:%M', \
                decimal_separator = ',', store_rejects = true, rejects_table = 'bad_orders', \
                rejects_scan = 'bad_orders_scans', columns = {'id': 'INTEGER', 'name': 'VARCHAR', \
                'price': 'DECIMAL(10,2)', 'at': 'TIMESTAMP'})
                """
        )
    }

    @Test func `policy fail names file, line, column and cause`() throws {
        let path = try folder.file("orders.csv", Self.broken)
        let query: SQL = "SELECT * FROM \(readCSV([path], columns: columns))"
        expectEngineError(
            EngineError(
                .conversion,
                """
                Conversion Error: CSV Error on Line: 3 of '\(path)': \
                Error when converting column "price". Could not convert string "abc" to 'DECIMAL'
                """,
                hint: "correct the file, or set such rows aside with 'bad_rows: quarantine'",
                statement: query
            )
        ) { _ = try session.rows(query) }
    }

    @Test func `policy quarantine keeps good rows and accounts for the others`() throws {
        let path = try folder.file("orders.csv", Self.broken)
        let source = readCSV([path], columns: columns, badRows: .quarantine(rejects))
        try session.execute("CREATE TEMP TABLE t AS SELECT * FROM \(source)")
        #expect(try session.rows("SELECT * FROM t ORDER BY id") == Self.goodRows)
        #expect(try session.rows(rejects.count) == [[.integer(6)]])
        let found = try session.rows(
            "SELECT record, byte_position, column_name, error_type, csv_line FROM (\(rejects.query))"
        )
        #expect(
            found == [
                [.integer(3), .integer(47), .string("price"), .string("CAST"), .string("2,b,abc,1970-01-01 00:00:01")],
                [.integer(4), .integer(75), .string("price"), .string("CAST"), .string("3,c,xx,yy")],
                [.integer(4), .integer(75), .string("at"), .string("CAST"), .string("3,c,xx,yy")],
                [.integer(5), .integer(85), .null, .string("MISSING COLUMNS"), .string("4,d,2.5")],
                [
                    .integer(6), .integer(93), .null, .string("TOO MANY COLUMNS"),
                    .string("5,e,3.5,1970-01-01 00:00:01,extra"),
                ],
                [
                    .integer(8), .integer(165), .string("price"), .string("CAST"),
                    .string("7,g,bad,1970-01-01 00:00:01"),
                ],
                [
                    .integer(10), .integer(198), .null, .string("UNQUOTED VALUE"),
                    .string("9,\"stray \"quote\",1,1970-01-01 00:00:01"),
                ],
            ]
        )
    }

    @Test func `policy null keeps rows with unreadable values and stores broken ones`() throws {
        let path = try folder.file("orders.csv", Self.broken)
        let source = readCSV([path], columns: columns, badRows: .null(rejects))
        try session.execute("CREATE TEMP TABLE t AS SELECT * FROM \(source)")
        let repaired: [[Value]] = [
            [.integer(2), .string("b"), .null, .timestamp(1_000_000)], [.integer(3), .string("c"), .null, .null],
            [.integer(7), .string("g"), .null, .timestamp(1_000_000)],
        ]
        #expect(
            try session.rows("SELECT * FROM t ORDER BY id")
                == [Self.goodRows[0], repaired[0], repaired[1], Self.goodRows[1], repaired[2]] + Self.goodRows[2...]
        )
        #expect(try session.rows(rejects.count) == [[.integer(3)]])
        try session.execute(rejects.drop)
        #expect(
            try session.rows(unconvertedCSVValues([path], columns: columns, rejects: rejects))
                == [[.integer(0), .integer(0), .integer(3), .integer(1)]]
        )
    }

    @Test func `formats hold under both reading policies`() throws {
        let dialect = CSVDialect(
            delimiter: ";",
            dateFormat: "%d/%m/%Y",
            timestampFormat: "%d/%m/%Y %H:%M",
            decimalSeparator: ","
        )
        let path = try folder.file("br.csv", "d;t;v\n02/01/1970;02/01/1970 00:01;1,5\n")
        let columns = [FileColumn("d", "DATE"), FileColumn("t", "TIMESTAMP"), FileColumn("v", "DECIMAL(10,2)")]
        for badRows in [CSVBadRows.fail, .null(rejects)] {
            let source = readCSV([path], dialect: dialect, columns: columns, badRows: badRows)
            #expect(
                try session.rows("SELECT * FROM \(source)")
                    == [[.date(1), .timestamp(86_460_000_000), .decimal("1.50")]]
            )
        }
    }

    @Test func `rows of several files and their rejects keep their file`() throws {
        let first = try folder.file("1.csv", "id,name\r\n1,a\r\nx,b\r\n")
        let second = try folder.file("2.csv", "id,name\n\n2,c\ny,d")
        let source = readCSV(
            [first, second],
            columns: [FileColumn("id", "INTEGER"), FileColumn("name", "VARCHAR")],
            badRows: .quarantine(rejects)
        )
        #expect(
            try session.rows("SELECT * FROM \(source) ORDER BY id") == [
                [.integer(1), .string("a")], [.integer(2), .string("c")],
            ]
        )
        #expect(
            try session.rows("SELECT file, record, csv_line FROM (\(rejects.query))") == [
                [.string(first), .integer(3), .string("x,b")], [.string(second), .integer(4), .string("y,d")],
            ]
        )
    }

    @Test func `copying to Parquet stores rejects too`() throws {
        let path = try folder.file("orders.csv", Self.broken)
        let source = readCSV([path], columns: columns, badRows: .quarantine(rejects))
        let copy = copyToParquet(query: "SELECT * FROM \(source)", path: "\(folder.path)/orders.parquet")
        #expect(try session.execute(copy) == 4)
        #expect(try session.rows(rejects.count) == [[.integer(6)]])
        try session.execute(rejects.drop)
        #expect(try session.execute(copy) == 4)
        #expect(try session.rows(rejects.count) == [[.integer(6)]])
    }

    @Test func `a file with a header only, and an empty one, have no rows`() throws {
        let header = try folder.file("header.csv", "id,name,price,at\n")
        let empty = try folder.file("empty.csv", "")
        for path in [header, empty] {
            #expect(try session.rows("SELECT * FROM \(readCSV([path], columns: columns))") == [])
        }
        #expect(try session.rows(CSVHeader.query(for: empty)) == [])
    }

    @Test(arguments: ["id,\"na,me\",\"a \"\"b\"\"\"\n1,2,3\n", "\u{FEFF}id,\"na,me\",\"a \"\"b\"\"\"\r\n1,2,3\r\n"])
    func `the header's names are read as they are`(text: String) throws {
        let path = try folder.file("names.csv", text)
        let rows = try session.rows(CSVHeader.query(for: path))
        guard case .string(let line) = rows.first?.first else { return #expect(rows.count == 1) }
        #expect(CSVHeader(line: line).names == ["id", "na,me", "a \"b\""])
    }

    @Test func `a header is compared with the declared names`() {
        let header = CSVHeader(line: "id;extra;id;total", dialect: CSVDialect(delimiter: ";"))
        #expect(
            header.difference(from: ["id", "total", "at"])
                == CSVHeader.Difference(missing: ["at"], unexpected: ["extra"], repeated: ["id"])
        )
        #expect(CSVHeader(line: "b,a").difference(from: ["a", "b"]) == nil)
    }

    @Test func `lines of JSON have the declared columns`() throws {
        let path = try folder.file(
            "orders.jsonl",
            "{\"id\": 1, \"other\": 2}\n{\"id\": null, \"at\": \"1970-01-01\"}\n"
        )
        let source = readJSONLines([path], columns: [FileColumn("id", "BIGINT"), FileColumn("at", "TIMESTAMP")])
        #expect(
            source.text == """
                read_json(['\(path)'], format = 'newline_delimited', auto_detect = false, \
                columns = {'id': 'BIGINT', 'at': 'TIMESTAMP'})
                """
        )
        #expect(try session.rows("SELECT * FROM \(source)") == [[.integer(1), .null], [.null, .timestamp(0)]])
    }
}
