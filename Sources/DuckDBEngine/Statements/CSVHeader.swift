package import Engines

/// The names in the first line of a CSV file, which DuckDB skips without a look.
package struct CSVHeader: Hashable, Sendable {
    package var names: [String]

    /// A query for the first line as it is, also of a compressed file; no row for an empty file.
    package static func query(for path: String, dialect: CSVDialect = CSVDialect()) -> SQL {
        let arguments: [SQL] =
            [
                list([path]), "auto_detect = false", "header = false", "delim = \(literal: "\u{1}")", "quote = ''",
                "escape = ''",
                // With several readers the first row out need not be the first of the file.
                "parallel = false",
            ] + dialect.file + ["columns = {'line': 'VARCHAR'}"]
        return "SELECT line FROM read_csv(\(arguments.joined(separator: ", "))) LIMIT 1"
    }

    /// - Parameter line: without its line end; a name must not hold a line break.
    package init(line: String, dialect: CSVDialect = CSVDialect()) {
        names = Self.fieldNames(of: line, dialect)
    }

    /// What stands between the file and the declared columns; nil where the names are the same, in any order.
    package func difference(from declared: [String]) -> Difference? {
        let difference = Difference(
            missing: declared.filter { !names.contains($0) },
            unexpected: names.filter { !declared.contains($0) },
            repeated: names.enumerated().filter { names[..<$0.offset].contains($0.element) }.map(\.element)
        )
        return difference == Difference() ? nil : difference
    }

    /// Names as they are written, in the order of where they come from.
    package struct Difference: Hashable, Sendable {
        package var missing: [String]
        package var unexpected: [String]
        package var repeated: [String]

        package init(missing: [String] = [], unexpected: [String] = [], repeated: [String] = []) {
            self.missing = missing
            self.unexpected = unexpected
            self.repeated = repeated
        }
    }

    private static func fieldNames(of line: String, _ dialect: CSVDialect) -> [String] {
        var fields = [""]
        var isQuoted = false
        var rest = Substring(line)
        while !rest.isEmpty {
            if isQuoted, let quote = dialect.quote, let escape = dialect.escape, rest.hasPrefix(escape + quote) {
                fields[fields.count - 1] += quote
                rest = rest.dropFirst(escape.count + quote.count)
            } else if let quote = dialect.quote, rest.hasPrefix(quote) {
                isQuoted.toggle()
                rest = rest.dropFirst(quote.count)
            } else if !isQuoted, rest.hasPrefix(dialect.delimiter) {
                fields.append("")
                rest = rest.dropFirst(dialect.delimiter.count)
            } else {
                fields[fields.count - 1].append(rest.removeFirst())
            }
        }
        return fields
    }
}
