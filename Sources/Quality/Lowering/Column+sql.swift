import Engines
import Expressions

/// How a column stands in a check's SQL. In a `double` column NaN counts as no value: an engine orders it above
/// infinity, which no bound means.
extension Column {
    var sql: SQL { "\(Identifier(name))" }

    /// Null, not false, for a null `double`: as a condition both leave the row out.
    var isPresent: SQL { type == .double ? "NOT isnan(\(sql))" : "\(sql) IS NOT NULL" }

    var isMissing: SQL { type == .double ? "(\(sql) IS NULL OR isnan(\(sql)))" : "\(sql) IS NULL" }

    var asText: SQL { "CAST(\(sql) AS VARCHAR)" }

    /// The text that a pattern or a length is about.
    var text: SQL { type == .string ? sql : asText }
}

extension DataType {
    /// Has a text form that a person wrote or would search with a pattern.
    var isTextual: Bool { self == .string || self == .uuid || self == .json }
}
