import DuckDBEngine
import Engines
import Expressions
import TestSupport
import Testing

/// Statements that write and read Parquet, verbatim and on the real engine.
@Suite(.ownThreads) struct ParquetTests {
    private let folder: TemporaryFolder
    private let session: DuckDBSession
    private var path: String { "\(folder.path)/o'rders.parquet" }

    init() throws {
        folder = try TemporaryFolder()
        session = try TestDuckDB.session()
    }

    @Test func `without options the file is plain snappy`() {
        #expect(
            copyToParquet(query: "SELECT 1", path: "/lake/it's.parquet").text
                == "COPY (SELECT 1) TO '/lake/it''s.parquet' (FORMAT parquet, COMPRESSION snappy)"
        )
    }

    @Test func `every option is written and taken by the engine`() throws {
        let options = ParquetOptions(
            compression: .zstd,
            compressionLevel: 5,
            rowGroupSize: 4096,
            rowGroupBytes: 10_000_000,
            dictionarySizeLimit: 100,
            stringDictionaryPageSizeLimit: 200_000,
            version: .v2,
            writesBloomFilters: false,
            bloomFilterFalsePositiveRatio: 0.05,
            metadata: ["run": "r'1", "es teira": "1"]
        )
        let statement = copyToParquet(query: "SELECT range AS i FROM range(10000)", path: path, options: options)
        #expect(
            statement.text == """
                COPY (SELECT range AS i FROM range(10000)) TO '\(folder.path)/o''rders.parquet' \
                (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 5, ROW_GROUP_SIZE 4096, \
                ROW_GROUP_SIZE_BYTES 10000000, DICTIONARY_SIZE_LIMIT 100, STRING_DICTIONARY_PAGE_SIZE_LIMIT 200000, \
                PARQUET_VERSION V2, WRITE_BLOOM_FILTER false, BLOOM_FILTER_FALSE_POSITIVE_RATIO 0.05, \
                KV_METADATA {'es teira': '1', 'run': 'r''1'})
                """
        )
        #expect(try session.execute(statement) == 10000)
        #expect(
            try session.rows(
                """
                SELECT DISTINCT compression, encodings, count(*) OVER (), max(row_group_num_rows) OVER ()
                FROM parquet_metadata(\(literal: path))
                """
            ) == [[.string("ZSTD"), .string("DELTA_BINARY_PACKED"), .integer(3), .integer(4096)]]
        )
        #expect(
            try session.rows(
                """
                SELECT decode(key), decode(value) FROM parquet_kv_metadata(\(literal: path))
                WHERE key IN ('run', 'es teira') ORDER BY key
                """
            ) == [[.string("es teira"), .string("1")], [.string("run"), .string("r'1")]]
        )
    }

    @Test(arguments: ParquetOptions.Compression.allCases)
    func `every compression reaches the file`(compression: ParquetOptions.Compression) throws {
        let options = ParquetOptions(compression: compression)
        try session.execute(copyToParquet(query: "SELECT 'a' AS a FROM range(5000)", path: path, options: options))
        #expect(
            try session.rows("SELECT DISTINCT compression FROM parquet_metadata(\(literal: path))")
                == [[.string(compression.rawValue.uppercased())]]
        )
    }

    @Test func `an empty result keeps its columns`() throws {
        let query: SQL = "SELECT uuid() AS id, 1.5::DECIMAL(12,2) AS total, TIMESTAMPTZ '2026-01-01 00:00:00+00' AS t"
        #expect(try session.execute(copyToParquet(query: "\(query) WHERE false", path: path)) == 0)
        #expect(
            try session.bind("FROM \(readParquet([path]))")
                == RowType([
                    Column("id", .uuid), Column("total", .decimal(precision: 12, scale: 2)), Column("t", .timestamptz),
                ])
        )
    }

    @Test func `folders named key=value add no columns unless asked`() throws {
        #expect(
            readParquet(["/l/year=2026/a.parquet", "/l/b.parquet"]).text
                == "read_parquet(['/l/year=2026/a.parquet', '/l/b.parquet'], hive_partitioning = false)"
        )
        #expect(readParquet(["a"], hivePartitioning: true).text == "read_parquet(['a'], hive_partitioning = true)")
    }
}
