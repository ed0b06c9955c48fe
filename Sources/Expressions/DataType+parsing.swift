import Reporting

/// `decimal(12,2)`, `list<string>`, `text`; letter case and blanks around the parts do not matter. nil for anything else.
package func parseDataType(_ text: String) -> DataType? {
    DataType.parse(text[...], depth: 0)
}

extension DataType {
    /// The names of the language, as reference pages list them.
    package static let names = [
        "boolean", "int", "bigint", "double", "decimal(p,s)", "string", "date", "timestamp", "timestamptz", "uuid",
        "binary", "json", "list<T>",
    ]

    /// A type without brackets, or one of the other names it is known by.
    static func plain(_ name: String) -> DataType? { plainNames[name] }

    fileprivate static let plainNames: [String: DataType] = [
        "boolean": .boolean, "bool": .boolean,
        "int": .int, "integer": .int, "int4": .int, "int32": .int, "smallint": .int, "tinyint": .int,
        "bigint": .bigint, "long": .bigint, "int8": .bigint, "int64": .bigint,
        "double": .double, "float": .double, "real": .double, "float8": .double, "float64": .double,
        "decimal": .decimal(precision: 18, scale: 3), "numeric": .decimal(precision: 18, scale: 3),
        "string": .string, "text": .string, "varchar": .string, "char": .string,
        "date": .date, "timestamp": .timestamp, "datetime": .timestamp, "timestamptz": .timestamptz, "uuid": .uuid,
        "binary": .binary, "blob": .binary, "bytea": .binary, "bytes": .binary, "json": .json, "jsonb": .json,
    ]

    fileprivate static func parse(_ text: Substring, depth: Int) -> DataType? {
        let text = text.trimmingBlanks
        guard depth < 8, text.utf8.count < 200 else { return nil }
        if let type = plain(text.lowercased()) { return type }
        if text.hasSuffix("[]") { return parse(text.dropLast(2), depth: depth + 1).map { .list($0) } }
        guard let open = text.firstIndex(where: { $0 == "(" || $0 == "<" }) else { return nil }
        let name = text[..<open].trimmingBlanks.lowercased()
        let inner = text[text.index(after: open)...].dropLast()
        switch (name, text[open], text.last) {
        case ("list", "<", ">"), ("array", "<", ">"): return parse(inner, depth: depth + 1).map { .list($0) }
        case ("decimal", "(", ")"), ("numeric", "(", ")"): return decimal(inner)
        case ("varchar", "(", ")"), ("char", "(", ")"): return Int(inner.trimmingBlanks).map { _ in .string }
        default: return nil
        }
    }

    private static func decimal(_ inner: Substring) -> DataType? {
        let digits = inner.split(separator: ",", omittingEmptySubsequences: false).map { Int($0.trimmingBlanks) }
        guard let precision = digits[0], (1...38).contains(precision), digits.count <= 2 else { return nil }
        guard digits.count == 2 else { return .decimal(precision: precision, scale: 0) }
        guard let scale = digits[1], (0...precision).contains(scale) else { return nil }
        return .decimal(precision: precision, scale: scale)
    }
}

/// The known type name a person most likely meant, other names of types included.
package func closestTypeName(to name: String) -> String? {
    closestName(to: name, among: Array(DataType.plainNames.keys) + ["list"])
}

extension Substring {
    var trimmingBlanks: Substring {
        var text = self
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
