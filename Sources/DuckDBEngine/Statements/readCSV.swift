package import Engines

/// What reading does with rows that do not fit the columns.
package enum CSVBadRows: Hashable, Sendable {
    /// The statement fails at the first one.
    case fail
    /// The row is left out and stored in `rejects`.
    case quarantine(CSVRejects)
    /// A value that does not convert, or would lose something, becomes null; a row with too few or too many values, an
    /// open quote or bytes that are no text is left out and stored in `rejects`.
    case null(CSVRejects)
}

/// A table expression for `FROM`: the rows of CSV files with the given columns.
///
/// What DuckDB 1.5.5 does, as measured:
/// - Only columns that the query selects are converted, so only their bad values are found: select all of them.
/// - The header row is skipped, never compared: check it with `CSVHeader`.
/// - With the policies `fail` and `quarantine`, `1.5` becomes the integer 2 and `1.999` the decimal(10,2) 2.00,
///   silently; a timestamp column drops an offset such as `-03`; a date column drops a time of day: `readExactCSV`
///   finds that. Blank lines are skipped.
/// - Lines that end in both `\n` and `\r\n` fail the statement under every policy.
/// - Plain `ignore_errors` also loses the good row after a stray quote; storing rejects does not, so it is never used.
package func readCSV(
    _ paths: [String],
    dialect: CSVDialect = CSVDialect(),
    columns: [FileColumn],
    badRows: CSVBadRows = .fail
) -> SQL {
    switch badRows {
    case .fail:
        return scan(paths, columns, dialect.structure + dialect.formats)
    case .quarantine(let rejects):
        return scan(paths, columns, dialect.structure + dialect.formats + rejects.arguments)
    case .null(let rejects):
        let converted = columns.map { "\(dialect.exactConversion(of: $0)) AS \(Identifier($0.name))" as SQL }
        let texts = scan(paths, columns.map { FileColumn($0.name, "VARCHAR") }, dialect.structure + rejects.arguments)
        return "(SELECT \(converted.joined(separator: ", ")) FROM \(texts))"
    }
}

/// A query for one row: how many values of each column do not convert, which the policy `null` makes null.
package func unconvertedCSVValues(
    _ paths: [String],
    dialect: CSVDialect = CSVDialect(),
    columns: [FileColumn],
    rejects: CSVRejects
) -> SQL {
    let counts = columns.map { column in
        let name = Identifier(column.name)
        let value = dialect.exactConversion(of: column)
        return "count(*) FILTER (\(name) IS NOT NULL AND \(value) IS NULL) AS \(name)" as SQL
    }
    let texts = scan(paths, columns.map { FileColumn($0.name, "VARCHAR") }, dialect.structure + rejects.arguments)
    return "SELECT \(counts.joined(separator: ", ")) FROM \(texts)"
}

/// A table expression without values: a row for each record that has as many values as there are columns. The others are
/// in `rejects`.
///
/// Cut into other pieces than the rows are read by: a file whose end is lost to the one, as `CSVRejects` tells, without a
/// reject before it, has that place in the middle of a piece of the other.
package func csvRecords(
    _ paths: [String],
    dialect: CSVDialect = CSVDialect(),
    columns: [FileColumn],
    rejects: CSVRejects
) -> SQL {
    let texts = columns.map { FileColumn($0.name, FileColumn.textType) }
    let pieces: [SQL] = rejects.isSerial ? [] : ["buffer_size = 27000011"]
    return scan(paths, texts, dialect.structure + rejects.arguments + pieces)
}

func scan(_ paths: [String], _ columns: [FileColumn], _ arguments: [SQL]) -> SQL {
    "read_csv(\(([list(paths)] + arguments + ["columns = \(structure(columns))"]).joined(separator: ", ")))"
}

extension CSVDialect {
    /// The same, null also where something would be lost.
    fileprivate func exactConversion(of column: FileColumn) -> SQL {
        guard let loss = CSVLoss(column, self) else { return conversion(of: column) }
        let name: SQL = "\(Identifier(column.name))"
        return "CASE WHEN NOT \(loss.condition(name)) THEN \(conversion(of: column)) END"
    }

    /// The value of a text column as the declared type, null where it does not convert.
    func conversion(of column: FileColumn) -> SQL {
        let name = Identifier(column.name)
        if let format = format(of: column.type) {
            return "CAST(try_strptime(\(name), \(literal: format)) AS \(column.type))"
        }
        if decimalSeparator != ".", column.type.isFractional {
            return "TRY_CAST(replace(\(name), \(literal: decimalSeparator), '.') AS \(column.type))"
        }
        return "TRY_CAST(\(name) AS \(column.type))"
    }

    private func format(of type: SQL) -> String? {
        switch type.text.uppercased() {
        case "DATE": dateFormat
        case "TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE": timestampFormat
        default: nil
        }
    }
}

extension SQL {
    var isFractional: Bool {
        ["DECIMAL", "NUMERIC", "DOUBLE", "FLOAT", "REAL"].contains { text.uppercased().hasPrefix($0) }
    }
}
