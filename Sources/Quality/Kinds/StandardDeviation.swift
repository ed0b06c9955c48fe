import Configuration
import Engines
import Expressions

/// The standard deviation of a sample (n - 1) lies in an interval; of fewer than two values there is none.
struct StandardDeviation: AggregateKind {
    static let spec = aggregateSpec("stddev", summary: "The column's standard deviation lies in an interval.")
    static let gxForms = [gxForm("column_stdev_to_be_between")]
    static let noun = "standard deviation"
    static let accepts = AcceptedTypes.numbers

    let column: Located<String>
    let bounds: Bounds

    static func call(_ column: Column) -> SQL { "stddev_samp(\(column.sql))" }
}
