package import Engines

/// A table expression for `FROM`: the rows of Parquet files. Columns are matched by position; folders named
/// `year=2026` add columns only when asked.
package func readParquet(_ paths: [String], hivePartitioning: Bool = false) -> SQL {
    "read_parquet(\(list(paths)), hive_partitioning = \(SQL(trusted: String(hivePartitioning))))"
}

/// A table expression for `FROM`: one row per line of JSON. Keys that no column names are skipped, missing keys are
/// null, and a value that does not convert fails the statement.
package func readJSONLines(_ paths: [String], columns: [FileColumn]) -> SQL {
    """
    read_json(\(list(paths)), format = 'newline_delimited', auto_detect = false, columns = \(structure(columns)))
    """
}
