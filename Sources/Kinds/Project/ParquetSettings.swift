package import Configuration
package import Reporting

/// How Parquet files are written.
package struct ParquetSettings: Hashable, Sendable {
    package var compression = "snappy"
    package var level: Int?
    /// Rows; nil is the engine's default of 122,880.
    package var rowGroup: Int?
    package var usesDictionary = true

    package init() {}
}

extension ParquetSettings {
    package static let spec = KindSpec("write", summary: "How Parquet files are written.") {
        Field(
            "compression", .choice(["gzip", "lz4_raw", "snappy", "uncompressed", "zstd"]), default: "snappy",
            doc: "Codec of the pages.")
        Field("level", .integer(1...22), doc: "Level of zstd or gzip.")
        Field("row_group", .integer(2048...10_000_000), default: "122880", doc: "Rows in a row group.")
        Field("dictionary", .boolean, default: "true", doc: "Whether repeated values are stored once.")
        Field(
            "page_size", .size,
            doc: "Not honoured by the engine, which writes one page a column chunk: use `row_group`.")
    }

    package func overridden(by record: Record?, found: inout Diagnostics) -> ParquetSettings {
        guard let record else { return self }
        var settings = self
        settings.compression = record.text("compression")?.string ?? compression
        settings.level = record.integer("level")?.value ?? level
        settings.rowGroup = record.integer("row_group")?.value ?? rowGroup
        settings.usesDictionary = record.boolean("dictionary")?.value ?? usesDictionary
        if let span = record.keySpan("page_size") {
            found.report(
                Diagnostic(
                    .settingNotHonoured, "'page_size' has no effect: DuckDB writes one page for each column chunk",
                    at: span,
                    help: "smaller pages come from smaller row groups: 'row_group: 20480'"))
        }
        return settings
    }
}
