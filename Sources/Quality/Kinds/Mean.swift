import Configuration
import Engines
import Expressions

/// The arithmetic mean lies in an interval.
struct Mean: AggregateKind {
    static let spec = aggregateSpec("mean", summary: "The column's mean lies in an interval.")
    static let gxForms = [gxForm("column_mean_to_be_between")]
    static let noun = "mean"
    static let accepts = AcceptedTypes.numbers

    let column: Located<String>
    let bounds: Bounds

    static func call(_ column: Column) -> SQL { "avg(\(column.sql))" }
}
