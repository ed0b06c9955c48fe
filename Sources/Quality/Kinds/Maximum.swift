import Configuration
import Engines
import Expressions

/// The greatest value lies in an interval.
struct Maximum: AggregateKind {
    static let spec = aggregateSpec("max", summary: "The column's greatest value lies in an interval.")
    static let gxForms = [gxForm("column_max_to_be_between")]
    static let noun = "maximum"
    static let accepts = AcceptedTypes.ordered

    let column: Located<String>
    let bounds: Bounds

    static func call(_ column: Column) -> SQL { "max(\(column.sql))" }
}
