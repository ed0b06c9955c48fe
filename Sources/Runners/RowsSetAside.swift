import DuckDBEngine
import Engines
import Execution
import LakeStorage
import Planning
import Quality

/// A dataset's rows after those that break critical expectations were set aside.
struct RowsSetAside: Sendable {
    var kept: Int
    var setAside: Int

    var share: Double { Double(setAside) / Double(max(1, kept + setAside)) }
}

extension CheckWork {
    /// What is staged until it takes the place of the dataset's file.
    var keptPath: String { "kept/\(path)" }

    /// Writes the rows that may go on and those that may not; what is written is counted by the files' footers.
    func split(
        _ file: String, by result: ValidationResult, kept: String, setAside: String, session: DuckDBSession
    ) throws -> RowsSetAside {
        let aside = SettingAside(result)
        let rows = readParquet([file])
        let options = ParquetOptions(parquet)
        try session.execute(copyToParquet(query: aside.setAside(of: rows), path: setAside, options: options))
        try session.execute(copyToParquet(query: aside.kept(of: rows), path: kept, options: options))
        return RowsSetAside(
            kept: try session.countRows(inParquet: kept), setAside: try session.countRows(inParquet: setAside))
    }
}
