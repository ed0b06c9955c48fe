import Expressions

/// Some rows of one table while they are computed: each column once, when first asked for.
///
/// Rows need not follow one another, so the rows that a reference drew are a frame of the parent's table. Columns here
/// are as they were before defects. Belongs to one thread.
final class Frame {
    let program: SyntheticProgram
    let table: Int
    let rows: [Int]
    /// Where references of these rows find small tables.
    let kept: KeptColumns?
    /// All rows of the table, of which these are some.
    private let whole: Frame?
    private var vectors: [Vector?]
    private var targets: [Int: Frame] = [:]

    init(_ program: SyntheticProgram, table: Int, rows: [Int], kept: KeptColumns? = nil, of whole: Frame? = nil) {
        self.program = program
        self.table = table
        self.rows = rows
        self.kept = kept
        self.whole = whole
        vectors = Array(repeating: nil, count: program.tables[table].columns.count)
    }

    func vector(_ column: Int) -> Vector {
        if let known = vectors[column] { return known }
        let vector = whole.map { $0.vector(column).cells(at: rows) } ?? computed(column)
        vectors[column] = vector
        return vector
    }

    /// The column for a file: ids of a small table are texts already, which is cheaper than to write each of them anew.
    func written(_ column: Int) -> Vector {
        let plan = program.tables[table].columns[column]
        guard plan.type == .uuid, case .pointer(let pointer) = plan.source, let lexicon = kept?.lexicon(of: pointer)
        else { return vector(column) }
        let codes = target(of: column).rows.map { UInt32(truncatingIfNeeded: $0) }
        var vector = Vector(plan.type, .words(codes, lexicon))
        if let coin = plan.missing { vector.clear(at: coin.positions(in: rows)) }
        return vector
    }

    private func computed(_ column: Int) -> Vector {
        let plan = program.tables[table].columns[column]
        var vector =
            switch plan.source {
            case .values(let values): values(self, plan.stream)
            case .pointer(let pointer): target(of: column).vector(pointer.key)
            }
        if let coin = plan.missing { vector.clear(at: coin.positions(in: rows)) }
        return vector
    }

    /// The rows a reference or record column points to.
    func target(of column: Int) -> Frame {
        if let known = targets[column] { return known }
        let plan = program.tables[table].columns[column]
        guard case .pointer(let pointer) = plan.source else {
            preconditionFailure("column \(plan.name) points to no row")
        }
        let frame = Frame(
            program,
            table: pointer.table,
            rows: pointer.rows(self, plan.stream),
            kept: kept,
            of: kept?.frame(of: pointer.table)
        )
        targets[column] = frame
        return frame
    }

    /// A column of the rows a reference points to; null where the reference is null.
    func vector(_ field: FieldPlace) -> Vector {
        var vector = target(of: field.pointer).vector(field.column)
        if program.tables[table].columns[field.pointer].missing != nil {
            vector.clear(whereNullIn: self.vector(field.pointer))
        }
        return vector
    }

    /// One whole number for each row.
    @inline(__always)
    func whole(_ value: (Int) -> Int64) -> Vector.Storage {
        .whole(
            Array(unsafeUninitializedCapacity: rows.count) { buffer, count in
                for place in rows.indices { buffer.initializeElement(at: place, to: value(rows[place])) }
                count = rows.count
            }
        )
    }
}

/// Where `reference->field` is: the pointing column of this table, and the column of the table it points to.
struct FieldPlace: Hashable, Sendable {
    var pointer: Int
    var column: Int
}
