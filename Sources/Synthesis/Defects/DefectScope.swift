import Expressions
import Reporting

/// What a defect may ask for while it is compiled: its table as the defects before it left it.
package struct DefectScope {
    private let builder: ProgramBuilder
    private let table: Int
    private(set) var columns: [Column]
    /// By column, how many defects were applied to it before.
    private var applied: [String: Int] = [:]

    init(_ builder: ProgramBuilder, table: Int, _ columns: [Column]) {
        self.builder = builder
        self.table = table
        self.columns = columns
    }

    func place(of column: String) throws(SynthesisIssue.Reason) -> Int {
        try builder.columnIndex(column, in: table)
    }

    /// Compiles the generator of replacement values.
    func generated(_ generator: any ColumnGenerator, for column: String) throws(SynthesisIssue.Reason)
        -> GeneratedColumn
    {
        try generator.compiled(in: ColumnScope(builder, table: table, column: column))
    }

    /// Numbers of this defect alone.
    func stream(_ kind: String, _ column: String, _ purpose: String) -> RandomStream {
        RandomStream(
            seed: builder.database.seed,
            path: [builder.name(of: table), "defect", kind, column, String(applied[column, default: 0]), purpose]
        )
    }

    func coin(_ kind: String, _ column: String, share: Double) throws(SynthesisIssue.Reason) -> Coin {
        guard (0...1).contains(share) else { throw .parameter("rate", "between 0 and 1") }
        return Coin(share: share, stream(kind, column, "coin"))
    }

    /// Later defects see the column as this one leaves it.
    mutating func take(_ defect: CellDefect) {
        applied[columns[defect.column].name, default: 0] += 1
        columns[defect.column].type = defect.type
        columns[defect.column].isNullable = defect.isNullable
    }
}
