package import Engines

/// The two temporary tables in which DuckDB stores what it could not read. They belong to the connection and grow with
/// each scan that names them: take a new name for each read, or drop them in between.
///
/// What DuckDB 1.5.5 stores, as measured: one row per error, so several for a row with several bad values; the number
/// of the record, header included, which is the line only while no quoted value holds a line break (it is the same
/// with one thread and with many); the record's byte position from 1; and for an open quote all the text up to the
/// next one as a single record.
///
/// And what it loses: where several threads read and the first two thousand records after the last full 32 MB of a file
/// are all left out, the scan ends there. What follows is neither given nor stored, and nobody is told (1.5.5 and 2.0.0).
package struct CSVRejects: Hashable, Sendable {
    package var name: String
    /// By one thread, which loses nothing and takes twice as long.
    package var isSerial: Bool

    package init(name: String, isSerial: Bool = false) {
        self.name = name
        self.isSerial = isSerial
    }

    /// Bytes of text that are read at a time. Shorter files are read whole.
    package static let bufferSize = 32_000_000

    private var errors: Identifier { Identifier(name) }

    private var scans: Identifier { Identifier(scansName) }

    private var scansName: String { "\(name)_scans" }

    var arguments: [SQL] {
        ["store_rejects = true", "rejects_table = \(literal: name)", "rejects_scan = \(literal: scansName)"]
            + (isSerial ? ["parallel = false"] : [])
    }

    /// One row per error: file, record, byte position of the record, column (null where it is about the whole record),
    /// kind (`CAST`, `MISSING COLUMNS`, `TOO MANY COLUMNS`, `UNQUOTED VALUE`, `LINE SIZE OVER MAXIMUM`,
    /// `INVALID ENCODING`, `INVALID STATE`), DuckDB's message, and the record's text.
    package var query: SQL {
        """
        SELECT s.file_path AS file, e.line AS record, e.line_byte_position AS byte_position, \
        CASE WHEN e.error_type = 'CAST' THEN e.column_name END AS column_name, e.error_type::VARCHAR AS error_type, \
        e.error_message AS error_message, trim(e.csv_line, chr(13) || chr(10)) AS csv_line \
        FROM \(errors) e JOIN \(scans) s USING (scan_id, file_id) ORDER BY s.file_path, e.line, e.column_idx
        """
    }

    /// How many records were left out.
    package var count: SQL { "SELECT count(*) FROM (\(records))" }

    /// The records that were left out, a row each.
    package var records: SQL { "SELECT DISTINCT scan_id, file_id, line FROM \(errors)" }

    /// Forgets them, whether they are there or not.
    package var drop: SQL { "DROP TABLE IF EXISTS \(errors); DROP TABLE IF EXISTS \(scans)" }
}
