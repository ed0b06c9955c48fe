import Configuration
import Engines
import Expressions

/// The median lies in an interval: of an even number of values, the mean of the two in the middle.
struct Median: AggregateKind {
    static let spec = aggregateSpec("median", summary: "The column's median lies in an interval.")
    static let gxForms = [gxForm("column_median_to_be_between")]
    static let noun = "median"
    static let accepts = AcceptedTypes.numbers

    let column: Located<String>
    let bounds: Bounds

    static func call(_ column: Column) -> SQL { "median(CAST(\(column.sql) AS DOUBLE))" }
}
