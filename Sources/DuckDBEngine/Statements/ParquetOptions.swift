package import Engines

/// How DuckDB lays out a Parquet file. DuckDB has no page size: it writes one data page per column and row group,
/// so the row group is what to size.
package struct ParquetOptions: Hashable, Sendable {
    package var compression: Compression
    /// 1...22, fast to small; only zstd has levels.
    package var compressionLevel: Int?
    /// Rows; DuckDB takes 122,880 unless told, and 2,048 at least.
    package var rowGroupSize: Int?
    /// Bytes of memory for one row group, whichever limit comes first; needs `preserveInsertionOrder` off.
    package var rowGroupBytes: Int?
    /// Distinct values a row group may have and still be written with a dictionary; 0 writes none.
    package var dictionarySizeLimit: Int?
    /// Bytes of a dictionary of strings, 1 MB unless told.
    package var stringDictionaryPageSizeLimit: Int?
    package var version: Version
    /// DuckDB writes filters for dictionary-encoded columns unless told not to.
    package var writesBloomFilters: Bool
    /// Wanted share of false positives, DuckDB's 0.01 unless told.
    package var bloomFilterFalsePositiveRatio: Double?
    /// Pairs for the file's own metadata.
    package var metadata: [String: String]

    /// Brotli is left out: it was measured about a hundred times slower than the others.
    package enum Compression: String, CaseIterable, Hashable, Sendable {
        case uncompressed, snappy, gzip, zstd
        case lz4Raw = "lz4_raw"
    }

    /// Data page encodings: version 2 has smaller numbers and timestamps, old readers only know version 1.
    package enum Version: String, CaseIterable, Hashable, Sendable {
        case v1, v2
    }

    package init(
        compression: Compression = .snappy,
        compressionLevel: Int? = nil,
        rowGroupSize: Int? = nil,
        rowGroupBytes: Int? = nil,
        dictionarySizeLimit: Int? = nil,
        stringDictionaryPageSizeLimit: Int? = nil,
        version: Version = .v1,
        writesBloomFilters: Bool = true,
        bloomFilterFalsePositiveRatio: Double? = nil,
        metadata: [String: String] = [:]
    ) {
        self.compression = compression
        self.compressionLevel = compressionLevel
        self.rowGroupSize = rowGroupSize
        self.rowGroupBytes = rowGroupBytes
        self.dictionarySizeLimit = dictionarySizeLimit
        self.stringDictionaryPageSizeLimit = stringDictionaryPageSizeLimit
        self.version = version
        self.writesBloomFilters = writesBloomFilters
        self.bloomFilterFalsePositiveRatio = bloomFilterFalsePositiveRatio
        self.metadata = metadata
    }

    /// The options of `COPY … TO`, always in the same order.
    var clauses: [SQL] {
        var clauses: [SQL] = ["FORMAT parquet", "COMPRESSION \(SQL(trusted: compression.rawValue))"]
        if let compressionLevel { clauses.append("COMPRESSION_LEVEL \(compressionLevel)") }
        if let rowGroupSize { clauses.append("ROW_GROUP_SIZE \(rowGroupSize)") }
        if let rowGroupBytes { clauses.append("ROW_GROUP_SIZE_BYTES \(rowGroupBytes)") }
        if let dictionarySizeLimit { clauses.append("DICTIONARY_SIZE_LIMIT \(dictionarySizeLimit)") }
        if let stringDictionaryPageSizeLimit {
            clauses.append("STRING_DICTIONARY_PAGE_SIZE_LIMIT \(stringDictionaryPageSizeLimit)")
        }
        if version == .v2 { clauses.append("PARQUET_VERSION V2") }
        if !writesBloomFilters { clauses.append("WRITE_BLOOM_FILTER false") }
        if let ratio = bloomFilterFalsePositiveRatio {
            clauses.append("BLOOM_FILTER_FALSE_POSITIVE_RATIO \(SQL(trusted: String(ratio)))")
        }
        if !metadata.isEmpty { clauses.append("KV_METADATA {\(pairs)}") }
        return clauses
    }

    private var pairs: SQL {
        metadata.sorted { $0.key < $1.key }.map { "\(literal: $0.key): \(literal: $0.value)" as SQL }
            .joined(separator: ", ")
    }
}

/// Writes the rows of a query to one Parquet file, whose folder must be there. The rows written are what
/// `execute` returns.
package func copyToParquet(query: SQL, path: String, options: ParquetOptions = ParquetOptions()) -> SQL {
    "COPY (\(query)) TO \(literal: path) (\(options.clauses.joined(separator: ", ")))"
}
