package import Expressions

/// Whose SQL is written. Only DuckDB runs today; what Spark writes differently is data in the catalogue and here.
package enum Dialect: String, Hashable, Sendable, CaseIterable {
    case duckdb, spark
}

/// A type as an engine declares it.
package func sqlType(_ type: DataType, dialect: Dialect = .duckdb) -> SQL {
    switch (type, dialect) {
    case (.boolean, _): "BOOLEAN"
    case (.int, .duckdb): "INTEGER"
    case (.int, .spark): "INT"
    case (.bigint, _): "BIGINT"
    case (.double, _): "DOUBLE"
    case (.decimal(let precision, let scale), _): "DECIMAL(\(precision), \(scale))"
    case (.string, .duckdb), (.null, .duckdb): "VARCHAR"
    case (.date, _): "DATE"
    case (.timestamp, .duckdb): "TIMESTAMP"
    case (.timestamp, .spark): "TIMESTAMP_NTZ"
    case (.timestamptz, .duckdb): "TIMESTAMPTZ"
    case (.timestamptz, .spark): "TIMESTAMP"
    case (.uuid, .duckdb): "UUID"
    case (.binary, .duckdb): "BLOB"
    case (.binary, .spark): "BINARY"
    case (.json, .duckdb): "JSON"
    case (.string, .spark), (.null, .spark), (.uuid, .spark), (.json, .spark): "STRING"
    case (.list(let element), .duckdb): "\(sqlType(element))[]"
    case (.list(let element), .spark): "ARRAY<\(sqlType(element, dialect: dialect))>"
    }
}

/// A value as a literal. Every literal carries its type, so that nothing depends on where it stands; a text and a null
/// are bare.
package func sqlLiteral(_ value: Value, dialect: Dialect = .duckdb) -> SQL {
    switch value {
    case .null: "NULL"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let number): "\(number)"
    case .double(let number): doubleLiteral(number)
    case .decimal(let digits): decimalLiteral(digits)
    case .string(let text): textLiteral(text, dialect)
    case .date: "DATE \(literal: value.text)"
    case .timestamp: "\(sqlType(.timestamp, dialect: dialect)) \(literal: value.text)"
    case .timestamptz: "\(sqlType(.timestamptz, dialect: dialect)) \(literal: value.text)"
    case .uuid: "CAST(\(literal: value.text) AS \(sqlType(.uuid, dialect: dialect)))"
    case .binary: dialect == .duckdb ? "unhex(\(literal: value.text))" : "X\(literal: value.text)"
    case .list(let values):
        dialect == .duckdb
            ? "[\(values.map { sqlLiteral($0) }.joined(separator: ", "))]"
            : "array(\(values.map { sqlLiteral($0, dialect: dialect) }.joined(separator: ", ")))"
    }
}

/// With an exponent always: without one, engines read a decimal.
private func doubleLiteral(_ number: Double) -> SQL {
    guard number.isFinite else { return "CAST(\(literal: "\(number)") AS DOUBLE)" }
    let text = "\(number)"
    return SQL(trusted: text.contains("e") ? text : (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "e0")
}

/// Whole digits alone would be read as an integer.
private func decimalLiteral(_ digits: String) -> SQL {
    guard !digits.contains(".") else { return SQL(trusted: digits) }
    let count = digits.count(where: \.isNumber)
    return SQL(trusted: "CAST(\(digits) AS DECIMAL(\(count), 0))")
}

/// Spark reads backslashes as escapes in plain literals. A NUL cannot stand in any statement's text.
private func textLiteral(_ text: String, _ dialect: Dialect) -> SQL {
    guard dialect == .duckdb else {
        return SQL(trusted: "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'")
    }
    guard text.utf8.contains(0) else { return "\(literal: text)" }
    let parts = text.split(separator: "\0", omittingEmptySubsequences: false).map { part -> SQL in
        "\(literal: String(part))"
    }
    return "(\(parts.joined(separator: " || chr(0) || ")))"
}
