import DuckDBEngine
import Engines
import Execution
import Expressions
import Kinds
import Planning
import Reporting

extension DuckDBSession {
    /// Why a source is not read: the first row of the table `set_aside`, whose records are lines or rows.
    func failureOfFirstSetAside(unit: String) throws -> TaskFailure {
        let first = try rows(
            """
            SELECT \(literal: unit) || ' ' || record || ' of ''' || file || ''': ' || error_message FROM set_aside \
            ORDER BY file, record, column_name LIMIT 1
            """
        ).first?.first
        return TaskFailure(
            first?.text ?? "a value does not fit the schema",
            code: Rule.inexactValue.code,
            hint: "change the column's type, or set such rows aside with 'bad_rows: quarantine'"
        )
    }

    /// The row of a query that always gives one, such as counts.
    func row(_ query: SQL) throws -> [Value] {
        guard let row = try rows(query).first else {
            throw EngineError(.other, "a query that counts gives no row", statement: query)
        }
        return row
    }
}
