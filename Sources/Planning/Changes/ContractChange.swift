package import Configuration
import Expressions
package import Kinds

/// One difference between two contracts of a table.
package enum ContractChange: Sendable {
    case added(SchemaColumn)
    case removed(SchemaColumn)
    case changed(SchemaColumn, from: SchemaColumn, ColumnChange)
    case key([Text], from: [Text])

    /// Whether whoever reads the table, or joins it by its key, may fail or read something else.
    package var breaksReaders: Bool {
        switch self {
        case .added: false
        case .removed, .key: true
        case .changed(_, _, let change): !change.isSafe
        }
    }

    /// A column that holds less than it did, or is gone; nil where no value is lost.
    package var loss: (was: SchemaColumn, now: SchemaColumn?)? {
        switch self {
        case .removed(let column): (column, nil)
        case .changed(let column, let before, let change) where change.kind == .narrowed || change.kind == .retyped:
            (before, column)
        case .added, .changed, .key: nil
        }
    }
}

extension TableSchema {
    /// What differs from how it was. The order of columns, and of those of the key, decides nothing.
    package func changes(since old: TableSchema) -> [ContractChange] {
        let was = Dictionary(old.columns.map { ($0.column.name, $0) }, uniquingKeysWith: { first, _ in first })
        let names = Set(columns.map(\.column.name))
        var changes = old.columns.filter { !names.contains($0.column.name) }.map { ContractChange.removed($0) }
        for column in columns {
            guard let before = was[column.column.name] else {
                changes.append(.added(column))
                continue
            }
            guard let change = ColumnChange(from: before.column, to: column.column) else { continue }
            changes.append(.changed(column, from: before, change))
        }
        let isSameKey = Set(primaryKey.map(\.string)) == Set(old.primaryKey.map(\.string))
        return isSameKey ? changes : changes + [.key(primaryKey, from: old.primaryKey)]
    }
}
