/// One function or operator of the language: what it takes, what it gives, and how each engine writes it.
package struct Function: Sendable {
    package let name: String
    package let family: Family
    package let signatures: [Signature]
    /// One or two sentences for a person.
    package let summary: String
    package let examples: [Example]
    package let nullability: Nullability
    package let spelling: Spelling
    /// Other names a person may write; the typed expression has `name`.
    package let aliases: [String]

    package var isAggregate: Bool { family == .aggregate }

    package enum Family: String, Hashable, Sendable, CaseIterable {
        case aggregate, conditional, date, list, json, numeric
        case operation = "operator"
        case string
    }

    /// When the result can be null.
    package enum Nullability: Hashable, Sendable {
        /// When an argument can; an aggregate also over no rows at all.
        case ofArguments
        /// When an argument after the first can.
        case ofLaterArguments
        /// Only when every argument can.
        case ofAllArguments
        case never
        case always
    }

    /// How the engines write a call, as data. `{0}` is the first argument, `{*}` all of them with commas between.
    package struct Spelling: Hashable, Sendable {
        package var duckdb: String
        /// nil where Spark writes it as DuckDB does.
        package var spark: String?
        /// For when the last argument is a number literal other than nought.
        package var duckdbByKnownNumber: String?
        /// How tightly the written operator binds; nil for what needs no parentheses around it.
        package var precedence: Int?

        package init(
            _ duckdb: String,
            spark: String? = nil,
            byKnownNumber: String? = nil,
            precedence: Int? = nil
        ) {
            self.duckdb = duckdb
            self.spark = spark
            duckdbByKnownNumber = byKnownNumber
            self.precedence = precedence
        }
    }

    /// An expression and what it gives, also an expression; executed as a test on every engine.
    package struct Example: Hashable, Sendable {
        package let expression: String
        package let result: String
        /// For aggregates: the values of column `x`, row by row.
        package let rows: [String]

        package init(_ expression: String, _ result: String, rows: [String] = []) {
            self.expression = expression
            self.result = result
            self.rows = rows
        }
    }

    package init(
        _ name: String,
        _ family: Family,
        _ signatures: Signature...,
        nulls nullability: Nullability = .ofArguments,
        spelling: Spelling? = nil,
        aliases: [String] = [],
        summary: String,
        examples: Example...
    ) {
        self.name = name
        self.family = family
        self.signatures = signatures
        self.nullability = nullability
        self.spelling = spelling ?? Spelling("\(name)({*})")
        self.aliases = aliases
        self.summary = summary
        self.examples = examples
    }
}
