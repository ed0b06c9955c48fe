import Configuration
import Engines
import Expressions

/// The sum lies in an interval; of no values there is none.
struct Sum: AggregateKind {
    static let spec = aggregateSpec("sum", summary: "The column's sum lies in an interval.")
    static let gxForms = [gxForm("column_sum_to_be_between")]
    static let noun = "sum"
    static let accepts = AcceptedTypes.numbers

    let column: Located<String>
    let bounds: Bounds

    /// Integers are summed as decimals: the engine's own 128-bit sum is no type of the language.
    static func call(_ column: Column) -> SQL {
        switch column.type {
        case .int, .bigint: "sum(CAST(\(column.sql) AS DECIMAL(38,0)))"
        default: "sum(\(column.sql))"
        }
    }
}
