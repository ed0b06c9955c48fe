/// A named, typed column of a dataset.
package struct Column: Hashable, Sendable {
    package var name: String
    package var type: DataType
    package var isNullable: Bool

    package init(_ name: String, _ type: DataType, isNullable: Bool = true) {
        self.name = name
        self.type = type
        self.isNullable = isNullable
    }

    /// Type and nullability as people read them: `uuid not null`.
    package var contract: String { "\(type)\(isNullable ? "" : " not null")" }
}

/// The columns of a dataset, in order. Names differ; they are compared as written.
package struct RowType: Hashable, Sendable {
    package var columns: [Column]

    package init(_ columns: [Column]) { self.columns = columns }

    package var names: [String] { columns.map(\.name) }

    package subscript(name: String) -> Column? { columns.first { $0.name == name } }

    package func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
