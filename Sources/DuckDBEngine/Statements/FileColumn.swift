package import Engines

/// A column of a text file, in the file's order.
package struct FileColumn: Hashable, Sendable {
    package var name: String
    /// As DuckDB spells it: `DECIMAL(12,2)`.
    package var type: SQL

    package init(_ name: String, _ type: SQL) {
        self.name = name
        self.type = type
    }

    static let textType: SQL = "VARCHAR"
    static let jsonType: SQL = "JSON"

    var isText: Bool { type == Self.textType }
}

/// `['a.csv', 'b.csv']`
func list(_ paths: [String]) -> SQL {
    "[\(paths.map { "\(literal: $0)" as SQL }.joined(separator: ", "))]"
}

/// `{'id': 'UUID', 'total': 'DECIMAL(12,2)'}`
func structure(_ columns: [FileColumn]) -> SQL {
    "{\(columns.map { "\(literal: $0.name): \(literal: $0.type.text)" as SQL }.joined(separator: ", "))}"
}
