import Expressions

/// One column of a program.
struct ColumnPlan: Sendable {
    var name: String
    var type: DataType
    var isNullable: Bool
    var source: ColumnSource
    var stream: RandomStream
    /// Falls where the column is null of itself.
    var missing: Coin?
}

/// How the values of a column come about.
enum ColumnSource: Sendable {
    case values(@Sendable (Frame, RandomStream) -> Vector)
    /// The column stands for a row of another table and shows that row's key.
    case pointer(RowPointer)

    func vector(for frame: Frame, _ stream: RandomStream) -> Vector {
        switch self {
        case .values(let values): values(frame, stream)
        case .pointer(let pointer):
            Frame(frame.program, table: pointer.table, rows: pointer.rows(frame, stream)).vector(pointer.key)
        }
    }
}

struct RowPointer: Sendable {
    var table: Int
    /// Column of `table` that is shown.
    var key: Int
    var rows: @Sendable (Frame, RandomStream) -> [Int]
}

/// What a generator comes to: its column's type and its values.
package struct GeneratedColumn: Sendable {
    let type: DataType
    let isNullable: Bool
    let source: ColumnSource

    init(_ type: DataType, isNullable: Bool = false, _ values: @escaping @Sendable (Frame, RandomStream) -> Vector) {
        self.type = type
        self.isNullable = isNullable
        source = .values(values)
    }

    init(_ type: DataType, isNullable: Bool, pointer: RowPointer) {
        self.type = type
        self.isNullable = isNullable
        source = .pointer(pointer)
    }
}
