import Configuration
import Engines
import Expressions

/// The least value lies in an interval.
struct Minimum: AggregateKind {
    static let spec = aggregateSpec("min", summary: "The column's least value lies in an interval.")
    static let gxForms = [gxForm("column_min_to_be_between")]
    static let noun = "minimum"
    static let accepts = AcceptedTypes.ordered

    let column: Located<String>
    let bounds: Bounds

    static func call(_ column: Column) -> SQL { "min(\(column.sql))" }
}
