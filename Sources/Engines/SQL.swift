/// Text that an engine or a database will parse. A bare `String` does not interpolate into it, so nothing
/// is spliced by accident: names go in as `Identifier`, values as `literal:`.
package struct SQL: Hashable, Sendable, ExpressibleByStringInterpolation {
    package private(set) var text: String

    package init(stringLiteral value: String) { text = value }

    package init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

    /// For text that a person wrote as SQL, and for what a lowering has already quoted.
    package init(trusted text: String) { self.text = text }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ sql: SQL) { text += sql.text }

        package mutating func appendInterpolation(_ name: Identifier) { text += name.quoted }

        package mutating func appendInterpolation(_ names: [Identifier]) {
            text += names.map(\.quoted).joined(separator: ", ")
        }

        /// A standard-conforming string constant: quotes doubled, backslashes plain.
        package mutating func appendInterpolation(literal value: String) {
            text += "'" + value.replacing("'", with: "''") + "'"
        }

        package mutating func appendInterpolation(_ number: some FixedWidthInteger) { text += String(number) }
    }

    package static func += (a: inout SQL, b: SQL) { a.text += b.text }

    package static func + (a: SQL, b: SQL) -> SQL { SQL(trusted: a.text + b.text) }
}

extension SQL: CustomStringConvertible {
    package var description: String { text }
}

extension Sequence<SQL> {
    package func joined(separator: SQL) -> SQL {
        SQL(trusted: map(\.text).joined(separator: separator.text))
    }
}

/// The name of a table, column or schema, possibly qualified: `dwh.orders` is two parts.
package struct Identifier: Hashable, Sendable {
    package var parts: [String]

    package init(_ parts: String...) { self.parts = parts }

    package init(parts: [String]) { self.parts = parts }

    /// Every part in double quotes, inner quotes doubled: valid in DuckDB and PostgreSQL.
    package var quoted: String {
        parts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ".")
    }
}
