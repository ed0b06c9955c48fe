import Expressions

/// A share of the rows has a value of another generator. Where its type does not become the column's, the column is
/// text from then on: a number among UUIDs.
package struct ReplacedCells: Defect {
    package var column: String
    package var share: Double
    package var replacement: any ColumnGenerator

    package init(_ column: String, share: Double, with replacement: any ColumnGenerator) {
        self.column = column
        self.share = share
        self.replacement = replacement
    }

    package static func == (a: Self, b: Self) -> Bool {
        a.column == b.column && a.share == b.share && AnyHashable(a.replacement) == AnyHashable(b.replacement)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(column)
        hasher.combine(share)
        hasher.combine(AnyHashable(replacement))
    }

    package func compiled(in scope: DefectScope) throws(SynthesisIssue.Reason) -> DefectPlan {
        let place = try scope.place(of: column)
        let now = scope.columns[place]
        let generated = try generated(for: now, in: scope)
        let fits = wholeConversion(from: generated.type, to: now.type) != nil
        let stream = scope.stream("replace", column, "value")
        let type = fits ? now.type : .string
        return .cells(
            CellDefect(
                column: place,
                coin: try scope.coin("replace", column, share: share),
                type: type,
                isNullable: now.isNullable || generated.isNullable
            ) { vector, hit, frame in
                let rows = Frame(frame.program, table: frame.table, rows: hit.map { frame.rows[$0] }, kept: frame.kept)
                vector.replace(at: hit, with: generated.source.vector(for: rows, stream), type)
            }
        )
    }

    /// A constant text such as `2099-01-01` is read as the column's type if it can be.
    private func generated(for column: Column, in scope: DefectScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        if let constant = replacement as? ConstantColumn, let values = FixedValues([constant.value], as: column.type) {
            return GeneratedColumn(values)
        }
        return try scope.generated(replacement, for: column.name)
    }
}

extension Vector {
    /// `values` has one cell for each position.
    fileprivate mutating func replace(at positions: [Int], with values: Vector, _ type: DataType) {
        var nulls = nulls
        if nulls != nil || values.nulls != nil {
            var mask = nulls ?? Array(repeating: false, count: count)
            for (cell, position) in positions.enumerated() { mask[position] = values.isNull(cell) }
            nulls = mask
        }
        switch (storage, values.storage, wholeConversion(from: values.type, to: type)) {
        case (.whole(var cells), .whole(let others), let convert?) where type != .string:
            for (cell, position) in positions.enumerated() { cells[position] = convert(others[cell]) }
            self = Vector(type, .whole(cells), nulls: nulls)
        case (.doubles(var cells), .doubles(let others), _):
            for (cell, position) in positions.enumerated() { cells[position] = others[cell] }
            self = Vector(type, .doubles(cells), nulls: nulls)
        case (.uuids(var cells), .uuids(let others), _):
            for (cell, position) in positions.enumerated() { cells[position] = others[cell] }
            self = Vector(type, .uuids(cells), nulls: nulls)
        default:
            var choice = Array(repeating: Int32(-1), count: count)
            for (cell, position) in positions.enumerated() { choice[position] = Int32(cell) }
            self = Vector(type, .mixed(base: Vector(self.type, storage), other: values, choice: choice), nulls: nulls)
        }
    }
}

/// How a whole number of one type is kept in a column of another; nil where the two do not mix in one column.
private func wholeConversion(from: DataType, to: DataType) -> (@Sendable (Int64) -> Int64)? {
    switch (from, to) {
    case _ where from == to: return { $0 }
    case (.null, _), (.int, .bigint), (.bigint, .int), (.timestamp, .timestamptz), (.timestamptz, .timestamp):
        return { $0 }
    case (.date, .timestamp), (.date, .timestamptz): return { $0 * microsecondsPerDay }
    default:
        guard let source = from.digits, let target = to.digits, source.scale <= target.scale else { return nil }
        let factor = powerOfTen(target.scale - source.scale)
        return { $0 &* factor }
    }
}
