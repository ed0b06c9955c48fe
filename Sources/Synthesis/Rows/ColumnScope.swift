import Expressions

/// What a generator may ask for while it is compiled.
package struct ColumnScope {
    private let builder: ProgramBuilder
    private let table: Int
    private let column: String

    init(_ builder: ProgramBuilder, table: Int, column: String) {
        self.builder = builder
        self.table = table
        self.column = column
    }

    var locale: SyntheticLocale { builder.database.locale }

    var constants: [String: Constant] { builder.database.constants }

    /// Of the column's own table.
    var columnNames: [String] { builder.columnNames(of: table) }

    func hasColumn(_ name: String) -> Bool { columnNames.contains(name) }

    /// Rows of the column's own table.
    var rows: Int { builder.rows(of: table) }

    var tableName: String { builder.name(of: table) }

    /// The column's own numbers, or further ones for another purpose.
    func stream(_ purpose: String...) -> RandomStream {
        RandomStream(seed: builder.database.seed, path: [tableName, column] + purpose)
    }

    struct Known {
        var place: Int
        var type: DataType
        var isNullable: Bool
    }

    func column(_ name: String) throws(SynthesisIssue.Reason) -> Known {
        let place = try builder.columnIndex(name, in: table)
        let plan = try builder.plan(table, place)
        return Known(place: place, type: plan.type, isNullable: plan.isNullable)
    }

    struct KnownField {
        var place: FieldPlace
        var type: DataType
        var isNullable: Bool
    }

    /// `pointer->name`.
    func field(of pointer: String, _ name: String) throws(SynthesisIssue.Reason) -> KnownField {
        let place = try builder.columnIndex(pointer, in: table)
        let plan = try builder.plan(table, place)
        guard case .pointer(let target) = plan.source else { throw .noFields(pointer) }
        let column = try builder.columnIndex(name, in: target.table)
        let field = try builder.plan(target.table, column)
        return KnownField(
            place: FieldPlace(pointer: place, column: column),
            type: field.type,
            isNullable: field.isNullable || plan.isNullable
        )
    }

    /// A column of another table as the target of a reference.
    func target(table name: String, column: String) throws(SynthesisIssue.Reason) -> (table: Int, rows: Int, Known) {
        let target = try builder.tableIndex(named: name)
        let place = try builder.columnIndex(column, in: target)
        let plan = try builder.plan(target, place)
        guard builder.rows(of: target) > 0 || rows == 0 else { throw .emptyTarget(name) }
        return (target, builder.rows(of: target), Known(place: place, type: plan.type, isNullable: plan.isNullable))
    }

    /// Adds a list of records as a table of its own; gives its place.
    func add(records: RecordList) -> Int {
        builder.add(table: "\(tableName).\(column)", rows: records.count, records.plans)
    }
}
