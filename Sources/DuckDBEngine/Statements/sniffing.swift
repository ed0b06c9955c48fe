package import Engines

/// A table expression for `FROM` whose types DuckDB takes from the rows it finds: for planning, where no schema is
/// declared. All rows are looked at, so that the types hold for each of them: 0.2 s for 200,000 orders. The dialect is
/// never guessed.
package func sniffCSV(_ paths: [String], dialect: CSVDialect) -> SQL {
    let structure = dialect.structure.filter { $0 != "auto_detect = false" }
    return "read_csv(\(([list(paths)] + structure + dialect.formats + ["sample_size = -1"]).joined(separator: ", ")))"
}

/// As `sniffCSV`, for one JSON object a line.
package func sniffJSONLines(_ paths: [String]) -> SQL {
    "read_json(\(list(paths)), format = 'newline_delimited')"
}
