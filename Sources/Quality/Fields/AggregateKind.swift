import Configuration
import Engines
import Expressions
import Reporting

/// A kind that computes one value of a column and asks for an interval: the part that such kinds share.
protocol AggregateKind: ExpectationKind {
    /// The engine's call for a column.
    static func call(_ column: Column) -> SQL
    /// What a sentence calls the value.
    static var noun: String { get }
    static var accepts: AcceptedTypes { get }
    var column: Located<String> { get }
    var bounds: Bounds { get }
    init(column: Located<String>, bounds: Bounds)
}

/// Which columns an aggregate can be computed from.
enum AcceptedTypes {
    /// Numbers only.
    case numbers
    /// Whatever has an order and a constant.
    case ordered

    func contains(_ type: DataType) -> Bool {
        switch self {
        case .numbers: type.isNumeric
        case .ordered: type.isNumeric || type.isTemporal || type == .string
        }
    }

    var phrase: Message {
        switch self {
        case .numbers: "a number"
        case .ordered: "a number, a date, a moment or text"
        }
    }
}

extension AggregateKind {
    static func aggregateSpec(_ name: String, summary: String) -> KindSpec {
        KindSpec(name, summary: summary) {
            Field(
                "column",
                .column,
                required: true,
                example: "total_price",
                doc: "The column; missing values are left out."
            )
            boundFields("at_least", "at_most")
            tableFields
        }
    }

    static func gxForm(_ name: String) -> GXForm {
        GXForm(name, [("column", ["column"])] + gxBounds("at_least", "at_most"))
    }

    static func read(_ record: Record) -> [Self] {
        record.columns("column").map { Self(column: $0, bounds: record.bounds("at_least", "at_most")) }
    }

    var arguments: [(String, JSONText)] {
        [("column", .string(column.value))] + bounds.arguments("at_least", "at_most")
    }

    var sentence: String { "the \(Self.noun) of \(column.value) is \(bounds.phrase)" }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        let fitting = found.column(column, in: row, needing: Self.accepts.phrase, fits: Self.accepts.contains)
        if let fitting { found.bounds(bounds, fitting.type, at: span) }
    }

    /// NaN is left out: it would be every function's answer.
    func check(in row: RowType) -> Check {
        let column = row.column(column)
        return .aggregate(
            AggregateCheck(
                call: Self.call(column),
                considered: column.type == .double ? column.isPresent : nil,
                comparisons: bounds.comparisons(column.type)
            )
        )
    }
}
