package import Engines
package import Expressions

/// The column types of PostgreSQL that a load can fill.
package enum PostgresType: Hashable, Sendable {
    case boolean, smallint, integer, bigint, double
    /// Without a precision it takes every number.
    case numeric(precision: Int?, scale: Int)
    case text
    case varchar(limit: Int?)
    case json, jsonb, bytea, uuid, date, timestamp, timestamptz
    /// Anything else, as the server spells it. No encoding exists.
    case other(String)

    package init(_ type: DataType) {
        switch type {
        case .boolean: self = .boolean
        case .int: self = .integer
        case .bigint: self = .bigint
        case .double: self = .double
        case .decimal(let precision, let scale): self = .numeric(precision: precision, scale: scale)
        case .string, .null: self = .text
        case .date: self = .date
        case .timestamp: self = .timestamp
        case .timestamptz: self = .timestamptz
        case .uuid: self = .uuid
        case .binary: self = .bytea
        case .json, .list: self = .jsonb
        }
    }

    /// Reads what `format_type` answers: `character varying(20)`, `numeric(12,2)`.
    init(serverSpelling text: String) {
        let parts = text.split(separator: "(", maxSplits: 1)
        let numbers = parts.count == 2 ? parts[1].dropLast().split(separator: ",").compactMap { Int($0) } : []
        switch (parts.first, numbers.count) {
        case ("numeric"?, 0): self = .numeric(precision: nil, scale: 0)
        case ("numeric"?, 2): self = .numeric(precision: numbers[0], scale: numbers[1])
        case ("character varying"?, 0...1) where text.last != "]": self = .varchar(limit: numbers.first)
        default: self = Self.plain[text] ?? .other(text)
        }
    }

    private static let plain: [String: Self] = Dictionary(
        uniqueKeysWithValues: [
            boolean, smallint, integer, bigint, double, text, json, jsonb, bytea, uuid, date, timestamp, timestamptz,
        ].map { ($0.sql.text, $0) }
    )

    /// As the server itself spells it.
    package var sql: SQL {
        switch self {
        case .boolean: "boolean"
        case .smallint: "smallint"
        case .integer: "integer"
        case .bigint: "bigint"
        case .double: "double precision"
        case .numeric(let precision?, let scale): "numeric(\(precision),\(scale))"
        case .numeric(nil, _): "numeric"
        case .text: "text"
        case .varchar(let limit?): "character varying(\(limit))"
        case .varchar(nil): "character varying"
        case .json: "json"
        case .jsonb: "jsonb"
        case .bytea: "bytea"
        case .uuid: "uuid"
        case .date: "date"
        case .timestamp: "timestamp without time zone"
        case .timestamptz: "timestamp with time zone"
        case .other(let spelling): SQL(trusted: spelling)
        }
    }

    /// Whether a column of this type holds every value that `declared` does, unchanged. A limited `varchar` counts:
    /// the server refuses what is too long.
    func holds(_ declared: PostgresType) -> Bool {
        if self == declared { return true }
        switch (self, declared) {
        case (.bigint, .integer), (.varchar, .text), (.json, .jsonb): return true
        case (.numeric(nil, _), .integer), (.numeric(nil, _), .bigint), (.numeric(nil, _), .numeric): return true
        case (.numeric(let wide?, let scale), .numeric(let precision?, let declaredScale)):
            return scale >= declaredScale && wide - scale >= precision - declaredScale
        case (.numeric(let wide?, let scale), .integer): return wide - scale >= 10
        case (.numeric(let wide?, let scale), .bigint): return wide - scale >= 19
        default: return false
        }
    }
}

/// The type of the column that a load creates for values of `type`.
package func postgresType(_ type: DataType) -> SQL { PostgresType(type).sql }
