package import Engines

/// Rows of JSON lines or of Parquet files as columns of wanted types, of which none is rounded or cut without a word.
///
/// `exact` is for files that are as they should be: a value that does not convert, or would lose something, fails the
/// statement without its place. Then `faults` says what there is, and `goodRows` and `rowsWithNulls` leave it out.
package struct ExactRows: Sendable {
    /// A table expression: all rows.
    package let exact: SQL
    private let found: SQL
    private let values: [ExactValue]
    /// What a row is that is none; nil where every row is one.
    private let missingRow: String?
    /// A query with a row for each record, whatever is in it.
    package let records: SQL
    /// Whether a footer has the number of records.
    package let isCountedAtOnce: Bool

    /// A query as `CSVRejects.query`: one row a fault, in no order.
    package var faults: SQL {
        let missing = missingRow.map { Self.fault(of: nil, "INVALID JSON", "\(literal: $0)", when: "is_missing") }
        let list = values.map(\.fault) + [missing].compactMap(\.self)
        return """
            SELECT file, record, NULL::UBIGINT AS byte_position, fault.column_name AS column_name, \
            fault.error_type AS error_type, fault.error_message AS error_message, line AS csv_line \
            FROM (SELECT file, record, line, unnest([\(list.joined(separator: ", "))]) AS fault FROM \(found)) \
            WHERE fault IS NOT NULL
            """
    }

    /// A table expression: the rows of which every value fits.
    package var goodRows: SQL {
        let conditions = (missingRow == nil ? [] : ["NOT is_missing" as SQL]) + values.map { "NOT \($0.isBad)" }
        return
            "(SELECT \(values.map(\.named).joined(separator: ", ")) FROM \(found) WHERE \(conditions.joined(separator: " AND ")))"
    }

    /// A table expression: all rows, with null for what does not fit.
    package var rowsWithNulls: SQL {
        let columns = values.map {
            "CASE WHEN NOT \($0.isBad) THEN \($0.converted) END AS \(Identifier($0.column.name))" as SQL
        }
        return
            "(SELECT \(columns.joined(separator: ", ")) FROM \(found)\(missingRow == nil ? "" : " WHERE NOT is_missing" as SQL))"
    }

    /// How many rows are none, as a query for one number.
    package var missingRows: SQL { missingRow == nil ? "SELECT 0" : "SELECT count(*) FROM \(found) WHERE is_missing" }

    fileprivate static func fault(of column: String?, _ type: String, _ message: SQL, when condition: SQL) -> SQL {
        let name: SQL = column.map { "\(literal: $0)" } ?? "NULL::VARCHAR"
        return """
            CASE WHEN \(condition) THEN {'column_name': \(name), 'error_type': \(literal: type), 'error_message': \(message)} END
            """
    }
}

// MARK: JSON lines

extension ExactRows {
    /// What DuckDB 1.5.5 does of itself, as measured: `1.5` in an integer column becomes 2 and `1.999` in a DECIMAL(10,2)
    /// 2.00; a date drops a time of day, and a timestamp an offset; a number with more than fifteen digits comes back with
    /// others, since it is a double on the way. Malformed lines fail the statement.
    package static func jsonLines(_ paths: [String], columns: [FileColumn]) -> ExactRows {
        let losses = columns.map { CSVLoss($0, CSVDialect()) }
        // As text where the text decides, and as JSON where it counts whether it was a number or stood in quotes.
        let read = zip(columns, losses).map { column, loss in
            FileColumn(
                column.name, loss.map { $0.isOfNumbers ? FileColumn.jsonType : FileColumn.textType } ?? column.type)
        }
        let values = zip(columns, losses).map { column, loss in
            ExactValue(json: column, raw: "\(Identifier(column.name))", isJSON: loss?.isOfNumbers == true, loss)
        }
        let slow = zip(columns, losses).map { column, loss in
            ExactValue(json: column, raw: "v.\(Identifier(column.name))", isJSON: true, loss)
        }
        let form = jsonObject(columns.map { ($0.name, ($0.isText ? FileColumn.textType : FileColumn.jsonType).text) })
        let object: SQL = """
            CASE WHEN json_valid(line) THEN CASE WHEN json_type(line) = 'OBJECT' THEN json_transform(line, \(literal: form)) END END
            """
        let files = paths.map {
            "SELECT \(literal: $0) AS file, row_number() OVER () AS record, line FROM \(textLines(of: $0))" as SQL
        }
        return ExactRows(
            exact: exactly(values, from: readJSONLines(paths, columns: read)),
            found: """
                (SELECT *, v IS NULL AS is_missing FROM (SELECT file, record, line, \(object) AS v \
                FROM (\(files.joined(separator: " UNION ALL "))) WHERE line IS NOT NULL))
                """,
            values: slow,
            missingRow: "the line is no JSON object",
            records: paths.map { "SELECT 1 FROM \(textLines(of: $0)) WHERE line IS NOT NULL" as SQL }.joined(
                separator: " UNION ALL "
            ),
            isCountedAtOnce: false
        )
    }

    /// The lines of a text file; a blank one is null. What parts columns here cannot stand in a line of JSON, where `\x`
    /// is no escape. Without `row_number` being asked of a single file, their order would be any.
    private static func textLines(of path: String) -> SQL {
        """
        read_csv([\(literal: path)], auto_detect = false, delim = '\\x01', quote = '', escape = '', header = false, \
        strict_mode = false, max_line_size = 16777216, columns = {'line': 'VARCHAR'})
        """
    }
}

// MARK: Parquet

extension ExactRows {
    /// A query for the names and types of the files' columns, in the types that hold those of all files.
    package static func parquetColumns(_ paths: [String]) -> SQL {
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM \(parquet(paths, "")))"
    }

    /// - Parameter types: those that `parquetColumns` gives, by name. What is not there fails the statement by its name.
    package static func parquet(_ paths: [String], columns: [FileColumn], types: [String: String]) -> ExactRows {
        let values = columns.map { ExactValue(parquet: $0, type: types[$0.name]) }
        let rows = parquet(paths, ", filename = true, file_row_number = true")
        let line =
            "to_json({\(columns.map { "\(literal: $0.name): \(Identifier($0.name))" as SQL }.joined(separator: ", "))})"
            as SQL
        return ExactRows(
            exact: exactly(values, from: parquet(paths, "")),
            found: "(SELECT *, filename AS file, file_row_number + 1 AS record, \(line)::VARCHAR AS line FROM \(rows))",
            values: values,
            missingRow: nil,
            records: "SELECT * FROM \(parquet(paths, ""))",
            isCountedAtOnce: true
        )
    }

    private static func parquet(_ paths: [String], _ more: SQL) -> SQL {
        // By name the columns of several files get a type that holds all of theirs; by position, that of the first.
        "read_parquet(\(list(paths)), hive_partitioning = false\(paths.count > 1 ? ", union_by_name = true" as SQL : "")\(more))"
    }
}

private func exactly(_ values: [ExactValue], from relation: SQL) -> SQL {
    let columns = values.map { "\($0.strict) AS \(Identifier($0.column.name))" as SQL }
    let losses = values.compactMap(\.loses)
    let condition: SQL =
        losses.isEmpty
        ? ""
        : " WHERE CASE WHEN \(losses.joined(separator: " OR ")) THEN CAST(error('a value would lose something') AS BOOLEAN) ELSE true END"
    return "(SELECT \(columns.joined(separator: ", ")) FROM \(relation)\(condition))"
}

private func jsonObject(_ members: [(String, String)]) -> String {
    func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    return "{" + members.map { "\(quoted($0)):\(quoted($1))" }.joined(separator: ",") + "}"
}

/// One column on its way from a file to its type.
private struct ExactValue: Sendable {
    let column: FileColumn
    /// Converted, failing where it does not convert.
    let strict: SQL
    /// Converted, null where it does not convert.
    let converted: SQL
    /// Whether something would be lost; nil where nothing can be.
    let loses: SQL?
    /// As the file has it, as text.
    private let text: SQL
    private let isThere: SQL
    /// Why something would be lost, as text.
    private let reason: SQL

    /// - Parameter isJSON: whether it was read as JSON, not as text or already as its type.
    init(json column: FileColumn, raw: SQL, isJSON: Bool, _ loss: CSVLoss?) {
        self.column = column
        let text: SQL = isJSON && !column.isText ? "(\(raw) ->> '$')" : raw
        // Lists and JSON itself are converted from JSON, all else from its text.
        let source = column.type.text.hasSuffix("]") || column.type == FileColumn.jsonType ? raw : text
        let isConverted = isJSON || loss != nil
        strict = isConverted ? "CAST(\(source) AS \(column.type))" : raw
        converted = isConverted ? "TRY_CAST(\(source) AS \(column.type))" : raw
        self.text = text
        isThere = "\(text) IS NOT NULL"
        guard let loss else {
            loses = nil
            reason = "''"
            return
        }
        let isLost = loss.condition(text)
        guard loss.isOfNumbers else {
            loses = isLost
            reason = "\(literal: loss.reason)"
            return
        }
        let isInexact: SQL = """
            (json_type(\(raw)) = 'DOUBLE' AND length(trim(regexp_replace(split_part(\(text), 'e', 1), '[^0-9]', '', 'g'), '0')) > 15)
            """
        loses = "(\(isInexact) OR \(isLost))"
        reason = """
            CASE WHEN \(isLost) THEN \(literal: loss.reason) ELSE 'has more digits than a JSON number keeps: put it in quotes' END
            """
    }

    /// - Parameter type: as the file has it; nil where the file lacks the column.
    init(parquet column: FileColumn, type: String?) {
        self.column = column
        let raw: SQL = "\(Identifier(column.name))"
        text = "CAST(\(raw) AS VARCHAR)"
        isThere = "\(raw) IS NOT NULL"
        strict = "CAST(\(raw) AS \(column.type))"
        converted = "TRY_CAST(\(raw) AS \(column.type))"
        if let type, type == FileColumn.textType.text, let loss = CSVLoss(column, CSVDialect()) {
            loses = loss.condition(raw)
            reason = "\(literal: loss.reason)"
        } else if let type, Self.plain(type) != Self.plain(column.type.text), !column.isText, Self.goesBack(type) {
            loses = "(CAST(TRY_CAST(\(raw) AS \(column.type)) AS \(SQL(trusted: type))) IS DISTINCT FROM \(raw))"
            reason = "\(literal: "is not exactly a \(column.type.text)")"
        } else {
            loses = nil
            reason = "''"
        }
    }

    /// One spelling of a type.
    private static func plain(_ type: String) -> String {
        type == "TIMESTAMP WITH TIME ZONE" ? "TIMESTAMPTZ" : type.filter { $0 != " " }
    }

    /// Whether a value of a file's type can be compared with itself after it was another: not text, which has many
    /// spellings, and nothing that is made of others.
    private static func goesBack(_ type: String) -> Bool {
        [
            "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER",
            "UBIGINT",
            "UHUGEINT", "FLOAT", "DOUBLE", "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS",
            "TIMESTAMP WITH TIME ZONE",
        ].contains(type) || type.hasPrefix("DECIMAL(")
    }

    var named: SQL { "\(converted) AS \(Identifier(column.name))" }

    var isBad: SQL {
        let isUnread: SQL = "(\(isThere) AND \(converted) IS NULL)"
        return loses.map { "(\(isThere) AND (\(isUnread) OR \($0)))" } ?? isUnread
    }

    var fault: SQL {
        let start: SQL = "'Error when converting column \"' || \(literal: column.name) || '\". '"
        let unread: SQL = "\(start) || 'Could not convert \"' || \(text) || '\" to ' || \(literal: column.type.text)"
        guard let loses else {
            return ExactRows.fault(of: column.name, "CAST", unread, when: "\(isThere) AND \(converted) IS NULL")
        }
        let lost: SQL = "\(start) || '\"' || \(text) || '\" ' || \(reason)"
        return """
            CASE WHEN \(isThere) AND \(converted) IS NULL \
            THEN {'column_name': \(literal: column.name), 'error_type': 'CAST', 'error_message': \(unread)} \
            WHEN \(isThere) AND \(loses) \
            THEN {'column_name': \(literal: column.name), 'error_type': 'INEXACT', 'error_message': \(lost)} END
            """
    }
}
