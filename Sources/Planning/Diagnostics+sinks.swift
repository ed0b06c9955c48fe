import Algebra
import Configuration
import Expressions
import Kinds
import Reporting

extension Diagnostics {
    /// Whether the dataset has the columns that a sink names, and a key where the mode needs one.
    ///
    /// - Parameter key: the one by which the table is loaded, wherever it is written.
    mutating func checkColumns(of sink: SinkDeclaration, key: [String], dataset: DatasetName, row: RowType) {
        for column in sink.key + sink.partition + sink.track where row[column.string] == nil {
            report(.unknownColumn(column, among: row))
        }
        if sink.mode.needsKey, key.isEmpty {
            let fault: Message = sink.mode == .scd2 ? "keeps the history of rows" : "merges"
            report(
                Diagnostic(
                    .mergeWithoutKey, "sink '\(sink.name.string)' \(fault) without a key", at: sink.name.span,
                    help: "write 'key: [column]', or a 'primary_key' in the schema"))
        }
        guard sink.mode == .scd2 else { return }
        let made = [SinkDeclaration.validFrom, SinkDeclaration.validTo]
        // DuckDB's columns are the same in whatever letter case.
        for column in row.columns where made.contains(column.name.lowercased()) {
            report(
                Diagnostic(
                    .duplicateOutput,
                    "'\(dataset)' has a column '\(column.name)', and 'mode: scd2' adds one of that name",
                    at: sink.name.span, help: "rename or drop it before the load"))
        }
    }
}
