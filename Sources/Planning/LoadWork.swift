package import Algebra
package import Expressions
package import Kinds

/// One load of a dataset into a table of the warehouse.
package struct LoadWork: Sendable {
    package var dataset: DatasetName
    /// Path in the lake of the dataset.
    package var path: String
    package var row: RowType
    /// Name of the table, schema first.
    package var table: [String]
    package var comments: [String: String]
    package var tableComment: String?
    package var key: [String]
    package var connection: String
    package var mode: SinkDeclaration.Mode
    /// Of the modes `partition` and `scd2`; empty in others.
    package var partition: [String] = []
    package var tracked: [String] = []
    package var absentRows = SinkDeclaration.AbsentRows.keep
    package var schemaChanges: SinkDeclaration.SchemaChanges
}

extension LoadWork {
    /// What a mode says besides its name, each with what it is called; nothing where it says no more.
    var modeDetails: [(name: String, text: String)] {
        switch mode {
        case .append, .merge, .replace: []
        case .partition: [("partition", partition.joined(separator: ", "))]
        case .scd2: [("tracked columns", tracked.joined(separator: ", ")), ("absent rows", absentRows.rawValue)]
        }
    }
}
